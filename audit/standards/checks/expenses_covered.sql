-- expenses_covered
-- Expenses are covered, separate from pay, and not left for people to front.
-- Needs: claimMade, claimAnswered, paymentMade, paymentConfirmed
-- Rule: Each claim for an expense was paid as an expense or in advance, or refused with a reason,
--   at most n days after it was made; and no payment is for expenses and for time at once. A
--   payment that its payee says never came is none.
-- Parameter n: from the claim to the payment or the refusal; calendar days; 14
-- Nothing: notApplicable; Nobody claimed an expense.
WITH claim AS MATERIALIZED (
  SELECT entry, id, participant, initiative, first_day(occurred_at) AS first,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last
  FROM claim_made WHERE what = 'expense'
), cover AS MATERIALIZED (
  SELECT cover.entry, cover.of_register AS register, cover.of_id AS id,
         max(cover.of_register = 'time' OR made.what = 'times')
           OVER (PARTITION BY cover.entry) AS has_time
  FROM payment_made__covers AS cover
  LEFT JOIN claim_made AS made ON cover.of_register = 'claim' AND made.id = cover.of_id
), missed AS MATERIALIZED (
  SELECT payment,
         max(iif(arrival = 'didNotCome', entry, -1)) > max(iif(arrival = 'came', entry, -1))
           AS never_came
  FROM payment_confirmed GROUP BY payment
), paid AS MATERIALIZED (
  SELECT cover.id AS claim, payment.entry, payment.payment_kind AS kind,
         first_day(payment.occurred_at) AS first,
         coalesce(last_day(payment.occurred_at), payment.recorded_at / 86400) AS last,
         cover.has_time OR coalesce(payment.payment_kind, '') = 'fee' AS is_mixed
  FROM cover JOIN payment_made AS payment ON payment.entry = cover.entry
  LEFT JOIN missed ON missed.payment = payment.id
  WHERE cover.register = 'claim' AND NOT coalesce(missed.never_came, 0)
), mixed AS (
  SELECT claim, min(entry) AS entry FROM paid WHERE is_mixed GROUP BY claim
), reply AS MATERIALIZED (
  SELECT claim, entry, first, last, how, min(last) FROM (
    SELECT claim, entry, first, last,
           CASE WHEN kind IN ('expense', 'advance') THEN 'paid' ELSE 'unsaid' END AS how
    FROM paid WHERE kind IS NULL OR kind IN ('expense', 'advance')
    UNION ALL
    SELECT answer.claim, answer.entry, first_day(answer.occurred_at),
           coalesce(last_day(answer.occurred_at), answer.recorded_at / 86400),
           iif(answer.reason_state IS NULL, 'noReason', 'refused')
    FROM claim_answered AS answer WHERE answer.reply = 'refused'
  ) GROUP BY claim
), judged AS (
  SELECT claim.*, mixed.entry AS mixed_entry, reply.entry AS reply_entry, reply.how,
         reply.first AS reply_first, reply.last AS reply_last,
         CASE WHEN mixed.entry IS NOT NULL THEN 'mixed'
              WHEN reply.how = 'noReason' THEN 'noReason'
              WHEN reply.entry IS NULL AND :today - claim.first <= :n THEN 'notDue'
              WHEN reply.entry IS NULL AND :today - claim.last > :n THEN 'open'
              WHEN reply.first - claim.last > :n THEN 'late'
              WHEN reply.last - claim.first <= :n AND reply.how <> 'unsaid' THEN 'pass'
              ELSE 'undated' END AS came
  FROM claim LEFT JOIN mixed ON mixed.claim = claim.id LEFT JOIN reply ON reply.claim = claim.id
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'undated' THEN 'unknown'
                 ELSE 'fail' END AS verdict,
       'claim:' || id AS about, participant AS person, initiative, coalesce(first, last) AS day,
       CASE came
         WHEN 'pass' THEN
           format('Claim %s was %s by %s, %d day%s later; %s promised.', id, how,
                  day_text(reply_last), max(reply_last - first, 0),
                  iif(reply_last - first = 1, '', 's'), count_text(:n, 'was', 'were'))
         WHEN 'mixed' THEN format('Claim %s, for an expense, was paid together with time.', id)
         WHEN 'noReason' THEN format('Claim %s was refused, and no reason is on record.', id)
         WHEN 'late' THEN
           format('Claim %s was %s on %s, %s later; %s promised.', id,
                  iif(how = 'refused', 'refused', 'paid'), day_text(reply_first),
                  count_text(reply_first - last, 'day', 'days'), count_text(:n, 'was', 'were'))
         WHEN 'open' THEN
           format('Claim %s is neither paid nor refused, %d day%s later; %s promised.', id,
                  :today - last, iif(:today - last = 1, '', 's'), count_text(:n, 'was', 'were'))
         WHEN 'notDue' THEN
           format('Claim %s is open; there is time until %s.', id, day_text(first + :n))
         ELSE format('How long after claim %s it was paid or refused, or as what it was paid, '
                     || 'is not recorded.', id) END AS says,
       entry || coalesce(',' || mixed_entry, '') || coalesce(',' || reply_entry, '') AS entries,
       iif(first IS NULL, 'claimMade', iif(how = 'refused', 'claimAnswered', 'paymentMade'))
         AS missing
FROM judged
