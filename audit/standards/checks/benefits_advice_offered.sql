-- benefits_advice_offered
-- Independent benefits advice is offered before the first payment, whatever the form of payment.
-- Needs: supportOffered, paymentMade, paymentFormChosen
-- Rule: Before anybody was first paid, or first chose how to be paid, they were offered advice on
--   benefits from somebody independent, or it was offered to all of a group that they were in.
--   Advice from those who run the exercise is kept in form only. Who claims benefits is never
--   asked.
-- Nothing: notApplicable; Nobody was paid or chose how to be paid.
WITH start AS MATERIALIZED (
  SELECT participant, entry, first, min(last) AS last, initiative, kind FROM (
    SELECT participant, entry, first_day(occurred_at) AS first, initiative,
           coalesce(last_day(occurred_at), recorded_at / 86400) AS last, 'paid' AS kind
    FROM payment_made WHERE participant IS NOT NULL
    UNION ALL
    SELECT participant, entry, first_day(occurred_at), initiative,
           coalesce(last_day(occurred_at), recorded_at / 86400), 'chose'
    FROM payment_form_chosen
  ) GROUP BY participant
), advice AS MATERIALIZED (
  SELECT entry, how,
         CAST(coalesce(participant, reveal(sealed_entry, person_field)) AS TEXT) AS participant,
         independent, first_day(occurred_at) AS first,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last,
         coalesce(support_kind, reveal(sealed_entry, kind_field)) AS kind
  FROM support_person WHERE act = 'offered'
), offer AS MATERIALIZED (
  SELECT entry, participant, how, independent, first, last, kind FROM advice
  WHERE kind = 'benefitsAdvice' OR kind IS NULL
), vague AS (
  SELECT min(entry) AS entry, min(first) AS first, min(last) AS last, max(kind IS NULL) AS is_shut
  FROM offer WHERE participant IS NULL
), matched AS (
  SELECT start.participant AS who, offer.entry AS offer_entry, offer.first AS offer_first,
         offer.last AS offer_last,
         CASE WHEN offer.first > start.last THEN 1
              WHEN offer.kind IS NULL THEN 2
              WHEN start.first IS NULL OR offer.last > start.first
                OR offer.independent IS NULL THEN 3
              WHEN offer.independent = 'no' THEN 4 ELSE 5 END AS strength
  FROM start JOIN offer ON offer.participant = start.participant
  UNION ALL
  SELECT start.participant, vague.entry, vague.first, vague.last, iif(vague.is_shut, 2, 3)
  FROM start JOIN vague ON vague.entry IS NOT NULL AND coalesce(vague.first, 0) <= start.last
  UNION ALL
  SELECT participant, NULL, NULL, NULL, 0 FROM start
), best AS (
  SELECT start.*, matched.offer_entry, matched.offer_first, matched.offer_last,
         max(matched.strength) AS strength
  FROM start JOIN matched ON matched.who = start.participant GROUP BY start.participant
)
SELECT CASE strength WHEN 5 THEN 'pass' WHEN 4 THEN 'weak' WHEN 3 THEN 'unknown'
                     WHEN 2 THEN 'unknown' ELSE 'fail' END AS verdict,
       'participant:' || participant AS about, participant AS person, initiative,
       coalesce(first, last) AS day,
       CASE strength
         WHEN 5 THEN
           format('Independent advice was offered by %s, before the person first %s on %s.',
                  day_text(offer_last), iif(kind = 'paid', 'was paid', 'chose a form of pay'),
                  day_text(first))
         WHEN 4 THEN format('Advice was offered by %s, but not from somebody independent.',
                            day_text(offer_last))
         WHEN 3 THEN 'Whether independent advice was offered before the first payment is not '
                     || 'recorded: its day, from whom or to whom.'
         WHEN 2 THEN 'Support was offered before the first payment; whoever asks may not see '
                     || 'of what kind or to whom.'
         WHEN 1 THEN
           format('Advice was first offered on %s, after the person first %s on %s.',
                  day_text(offer_first), iif(kind = 'paid', 'was paid', 'chose a form of pay'),
                  day_text(last))
         ELSE format('The person first %s by %s; no offer of advice on benefits is on record.',
                     iif(kind = 'paid', 'was paid', 'chose a form of pay'), day_text(last))
       END AS says,
       entry || coalesce(',' || offer_entry, '') AS entries,
       iif(strength = 2, 'sealed', iif(first IS NULL, iif(kind = 'paid', 'paymentMade',
           'paymentFormChosen'), 'supportOffered')) AS missing
FROM best
