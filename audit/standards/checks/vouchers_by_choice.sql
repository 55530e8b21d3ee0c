-- vouchers_by_choice
-- If vouchers are used the reason and the person's choice are on record.
-- Needs: paymentFormChosen, paymentMade
-- Rule: Before each payment in vouchers the person who got it had chosen vouchers, with the
--   reason on record, and cash or a bank transfer were among what they could choose from. Their
--   latest choice before the payment counts.
-- Nothing: notApplicable; No payment is on record.
WITH payment AS MATERIALIZED (
  SELECT payment.entry, payment.id, payment.participant, payment."group", payment.initiative,
         first_day(payment.occurred_at) AS first,
         coalesce(last_day(payment.occurred_at), payment.recorded_at / 86400) AS last,
         opened.entry IS NOT NULL AS is_said, reveal(opened.entry, 'form') AS form
  FROM payment_made AS payment
  LEFT JOIN sealed_field AS opened ON opened.of_entry = payment.entry AND opened.field = 'form'
), choice AS MATERIALIZED (
  SELECT choice.entry, choice.participant, first_day(choice.occurred_at) AS first,
         coalesce(last_day(choice.occurred_at), choice.recorded_at / 86400) AS last,
         reveal(opened.entry, 'form') AS form, choice.reason_state IS NOT NULL AS has_reason,
         EXISTS (SELECT 1 FROM payment_form_chosen__offered AS offered
                 WHERE offered.entry = choice.entry AND offered.value IN ('cash', 'bank'))
           AS had_money
  FROM payment_form_chosen AS choice
  LEFT JOIN sealed_field AS opened ON opened.of_entry = choice.entry AND opened.field = 'form'
), before AS (
  SELECT payment.*, choice.entry AS choice_entry, choice.form AS chosen, choice.has_reason,
         choice.had_money, choice.last AS chosen_day, max(choice.last)
  FROM payment LEFT JOIN choice
    ON payment.form = 'voucher' AND choice.participant = payment.participant
   AND choice.last <= payment.first
  GROUP BY payment.entry
), perhaps AS (
  SELECT payment.entry, min(choice.entry) AS choice_entry
  FROM payment JOIN choice ON choice.participant = payment.participant
   AND (payment.first IS NULL OR choice.last > payment.first)
   AND (choice.first IS NULL OR choice.first <= payment.last)
  WHERE payment.form = 'voucher' GROUP BY payment.entry
), judged AS (
  SELECT before.*, CASE
    WHEN form IS NULL THEN iif(is_said, 'sealed', 'unsaid')
    WHEN form <> 'voucher' THEN 'nothing'
    WHEN participant IS NULL THEN 'nobody'
    WHEN chosen = 'voucher' AND has_reason AND had_money THEN 'pass'
    WHEN perhaps.entry IS NOT NULL THEN 'undated'
    WHEN before.choice_entry IS NULL THEN 'none'
    WHEN chosen IS NOT 'voucher' THEN 'other'
    WHEN NOT had_money THEN 'noMoney'
    ELSE 'noReason' END AS came
  FROM before LEFT JOIN perhaps USING (entry)
)
SELECT CASE WHEN came = 'pass' THEN 'pass' WHEN came = 'nothing' THEN 'notApplicable'
            WHEN came IN ('sealed', 'unsaid', 'nobody', 'undated') THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'payment:' || id AS about, participant AS person, initiative, first AS day,
       format('Payment %s ', id) || CASE came
         WHEN 'pass' THEN format('was in vouchers, which the person had chosen on %s, with a '
                                 || 'reason and with money on offer.', day_text(chosen_day))
         WHEN 'nothing' THEN 'was not in vouchers.'
         WHEN 'sealed' THEN 'was made in a form that whoever asks may not see.'
         WHEN 'unsaid' THEN 'does not say in what form it was made.'
         WHEN 'nobody' THEN 'was in vouchers for a group; who chose them is not recorded.'
         WHEN 'undated' THEN 'was in vouchers; whether they were chosen before is not recorded.'
         WHEN 'none' THEN 'was in vouchers, and no earlier choice of the person is on record.'
         WHEN 'other' THEN format('was in vouchers; on %s the person had not chosen them.',
                                  day_text(chosen_day))
         WHEN 'noMoney' THEN 'was in vouchers; neither cash nor a bank transfer was on offer.'
         ELSE 'was in vouchers, which were chosen without a reason on record.' END AS says,
       entry || coalesce(',' || choice_entry, '') AS entries,
       CASE came WHEN 'sealed' THEN 'sealed' WHEN 'unsaid' THEN 'paymentMade'
                 ELSE 'paymentFormChosen' END AS missing
FROM judged
