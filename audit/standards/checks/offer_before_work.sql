-- offer_before_work
-- The offer (rate, what it covers, how and when paid) is made before the work.
-- Needs: paymentOffered, timeLogged, rateSet, participantJoined
-- Rule: Whoever gave time that is to be paid had been offered pay for that activity by then, the
--   day of the work included. An offer that leaves out the rate or reward, in which forms or when
--   it is paid is kept in form only. Time at a rate that is told only after the work is left out.
--   Somebody whom their employer or another body pays is left out, too.
-- Nothing: unknown; No time that has to be paid is on record.; timeLogged
WITH work AS MATERIALIZED (
  SELECT time.entry, time.id, time.participant, time.activity, time.initiative, time.rate,
         person.entry AS person_entry, first_day(time.occurred_at) AS first,
         coalesce(last_day(time.occurred_at), time.recorded_at / 86400) AS last
  FROM payable_person AS person JOIN time_logged AS time ON time.participant = person.participant
), offer AS MATERIALIZED (
  SELECT entry, participant, activity, says_how, first_day(occurred_at) AS first,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last
  FROM payment_offer_person
), after_rate AS MATERIALIZED (
  SELECT rate.entry, rate.id, coalesce(member.participant, whom.id) AS participant,
         cover.value AS activity, first_day(rate."from") AS first, last_day(rate."until") AS last
  FROM rate_set AS rate
  LEFT JOIN rate_set__covers AS cover ON cover.entry = rate.entry
  LEFT JOIN rate_set__for_whom AS whom ON whom.entry = rate.entry
  LEFT JOIN group_membership AS member
    ON whom.register = 'group' AND member.group_id = whom.id
  WHERE rate.told = 'afterTheWork'
), told_after AS MATERIALIZED (
  SELECT work.entry, max(rate.entry) AS rate_entry
  FROM work JOIN after_rate AS rate ON rate.id = work.rate
  GROUP BY work.entry
  UNION
  SELECT work.entry, max(rate.entry)
  FROM work JOIN after_rate AS rate ON rate.participant = work.participant
  WHERE work.rate IS NULL AND (rate.activity IS NULL OR rate.activity = work.activity)
    AND coalesce(rate.first <= work.first, 1) AND coalesce(rate.last >= work.last, 1)
  GROUP BY work.entry
), vague AS MATERIALIZED (
  SELECT min(entry) AS entry, activity, min(first) AS first, min(last) AS last
  FROM offer WHERE participant IS NULL GROUP BY activity
), matched AS (
  SELECT work.entry AS work_entry, offer.* FROM work
  JOIN offer ON offer.participant = work.participant
  UNION ALL
  SELECT work.entry, vague.entry, NULL, vague.activity, 0, vague.first, vague.last
  FROM work JOIN vague
  UNION ALL
  SELECT entry, NULL, NULL, NULL, 0, NULL, NULL FROM work
), standing AS (
  SELECT work.*, offer.entry AS offer_entry, offer.first AS offer_first, offer.last AS offer_last,
         CASE WHEN offer.entry IS NULL OR offer.activity <> work.activity THEN 0
              WHEN offer.first > work.last THEN 1
              WHEN offer.activity IS NULL OR work.activity IS NULL OR offer.participant IS NULL
                OR work.first IS NULL OR offer.last > work.first THEN 2
              ELSE 3 + offer.says_how END AS strength
  FROM matched AS offer JOIN work ON work.entry = offer.work_entry
), best AS (
  SELECT *, max(strength), person_entry || ',' || entry
            || coalesce(',' || iif(strength > 0, offer_entry, NULL), '') AS entries
  FROM standing GROUP BY entry
)
SELECT CASE WHEN told_after.entry IS NOT NULL AND strength < 4 THEN 'notApplicable'
            WHEN strength = 4 THEN 'pass' WHEN strength = 3 THEN 'weak'
            WHEN strength = 2 THEN 'unknown' ELSE 'fail' END AS verdict,
       'time:' || id AS about, participant AS person, initiative, first AS day,
       CASE WHEN told_after.entry IS NOT NULL AND strength < 4 THEN
              format('Time %s is at a rate that people are told only after the work.', id)
            WHEN strength = 4 THEN
              format('Pay for time %s was offered on %s, before the work on %s or on that day.', id,
                     day_text(offer_last), day_text(first))
            WHEN strength = 3 THEN
              format('Pay for time %s was offered by %s, but not in full: rate or reward, '
                     || 'forms and when it is paid.', id, day_text(offer_last))
            WHEN strength = 2 THEN
              format('Whether pay for time %s was offered before the work is not recorded: its '
                     || 'day, what it covers or to whom.', id)
            WHEN strength = 1 THEN
              format('Pay for time %s was offered on %s, after the work%s.', id,
                     day_text(offer_first), coalesce(' on ' || day_text(first), ''))
            ELSE format('No offer of pay for time %s%s is on record.', id,
                        coalesce(' on ' || day_text(first), ''))
       END AS says,
       entries, iif(first IS NULL OR activity IS NULL, 'timeLogged', 'paymentOffered') AS missing
FROM best LEFT JOIN told_after USING (entry)
