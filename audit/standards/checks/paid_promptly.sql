-- paid_promptly
-- People are paid promptly.
-- Needs: timeLogged, claimMade, paymentMade, paymentFormChosen, participantJoined
-- Rule: Time that has to be paid was paid at most n days after the work, or after it was claimed
--   where that was later. What is not paid n days later counts as late. Time of no minutes, and
--   time for which the person declined pay, is left out. A payment that its payee says never came
--   is none.
-- Parameter n: from the work, or from the claim if that is later, to the payment; calendar days;
--   28
-- Nothing: unknown; No time that has to be paid is on record.; timeLogged
WITH paid AS MATERIALIZED (
  SELECT time_entry, entry, claim_entry, first_day(occurred_at) AS first,
         min(coalesce(last_day(occurred_at), recorded_at / 86400)) AS last
  FROM time_payment GROUP BY time_entry
), claimed AS MATERIALIZED (
  SELECT item.value AS time, claim.entry, first_day(claim.occurred_at) AS first,
         max(coalesce(last_day(claim.occurred_at), claim.recorded_at / 86400)) AS last
  FROM claim_made__what_times AS item JOIN claim_made AS claim USING (entry) GROUP BY item.value
),
-- Shared: pay_choice
, work AS (
  SELECT time.entry, time.id, time.participant, time.initiative, person.entry AS person_entry,
         claimed.entry AS claim_entry, first_day(time.occurred_at) AS work_first,
         max(first_day(time.occurred_at), coalesce(claimed.first, first_day(time.occurred_at)))
           AS first,
         max(coalesce(last_day(time.occurred_at), time.recorded_at / 86400),
             coalesce(claimed.last, 0)) AS last,
         paid.entry AS paid_entry, paid.first AS paid_first, paid.last AS paid_last,
         opened.entry IS NOT NULL AS has_minutes,
         iif(paid.entry IS NULL, reveal(opened.entry, 'minutes'), NULL) AS minutes
  FROM payable_person AS person
  JOIN time_logged AS time ON time.participant = person.participant
  LEFT JOIN paid ON paid.time_entry = time.entry
  LEFT JOIN claimed ON claimed.time = time.id
  LEFT JOIN sealed_field AS opened ON opened.of_entry = time.entry AND opened.field = 'minutes'
), asked AS (
  SELECT work.*, max(choice.form = 'declined') AS is_declined,
         max(choice.entry IS NOT NULL AND choice.form IS NULL) AS is_choice_shut,
         max(iif(choice.form = 'declined', choice.entry, NULL)) AS choice_entry
  FROM work
  LEFT JOIN choice ON work.paid_entry IS NULL AND choice.participant = work.participant
   AND choice.since <= work.last AND choice.until >= coalesce(work.work_first, 0)
  GROUP BY work.entry
), judged AS (
  SELECT *, CASE
    WHEN paid_entry IS NOT NULL AND paid_last - first <= :n THEN 'pass'
    WHEN paid_entry IS NOT NULL AND paid_first - last > :n THEN 'late'
    WHEN paid_entry IS NOT NULL THEN 'undated'
    WHEN minutes = '0' OR is_declined THEN 'nothing'
    WHEN :today - first <= :n THEN 'notDue'
    WHEN has_minutes AND minutes IS NULL OR is_choice_shut AND choice_entry IS NULL THEN 'sealed'
    WHEN :today - last > :n THEN 'open'
    ELSE 'undated' END AS came
  FROM asked
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'late' THEN 'fail' WHEN 'open' THEN 'fail'
                 WHEN 'notDue' THEN 'notDue' WHEN 'nothing' THEN 'notApplicable'
                 ELSE 'unknown' END AS verdict,
       'time:' || id AS about, participant AS person, initiative, coalesce(work_first, last) AS day,
       CASE came
         WHEN 'pass' THEN
           format('Time %s was paid by %s, %d day%s after %s; %s promised.', id,
                  day_text(paid_last), max(paid_last - first, 0),
                  iif(paid_last - first = 1, '', 's'),
                  iif(claim_entry IS NULL, 'the work', 'work and claim'),
                  count_text(:n, 'was', 'were'))
         WHEN 'late' THEN
           format('Time %s was paid on %s, %s after %s; %s promised.', id,
                  day_text(paid_first), count_text(paid_first - last, 'day', 'days'),
                  iif(claim_entry IS NULL, 'the work', 'work and claim'),
                  count_text(:n, 'was', 'were'))
         WHEN 'open' THEN
           format('Time %s is not paid, %d day%s after %s; %s promised.', id, :today - last,
                  iif(:today - last = 1, '', 's'),
                  iif(claim_entry IS NULL, 'the work', 'work and claim'),
                  count_text(:n, 'was', 'were'))
         WHEN 'notDue' THEN
           format('Time %s is not paid yet; there is time until %s.', id, day_text(first + :n))
         WHEN 'nothing' THEN format('Time %s needs no pay.', id)
         WHEN 'sealed' THEN
           format('Time %s is not paid; whoever asks may not see whether it has to be.', id)
         ELSE format('How long after the work time %s was paid is not recorded.', id) END AS says,
       person_entry || ',' || entry || coalesce(',' || claim_entry, '')
         || coalesce(',' || paid_entry, '') || coalesce(',' || choice_entry, '') AS entries,
       CASE WHEN came = 'sealed' THEN 'sealed' WHEN first IS NULL OR paid_entry IS NULL
            THEN 'timeLogged' ELSE 'paymentMade' END AS missing
FROM judged
