-- rewards_by_choice
-- Non-cash rewards are chosen by the person, not substituted.
-- Needs: paymentFormChosen, paymentMade
-- Rule: Before each reward in place of pay the person who got it had chosen it: their latest
--   choice before that day says that it stands in place of pay, and names the same form as the
--   payment where the payment names one.
-- Nothing: notApplicable; No reward in place of pay is on record.
WITH reward AS MATERIALIZED (
  SELECT payment.entry, payment.id, payment.participant, payment.initiative,
         first_day(payment.occurred_at) AS first,
         coalesce(last_day(payment.occurred_at), payment.recorded_at / 86400) AS last,
         opened.entry IS NOT NULL AS has_form, reveal(opened.entry, 'form') AS form
  FROM payment_made AS payment
  LEFT JOIN sealed_field AS opened ON opened.of_entry = payment.entry AND opened.field = 'form'
  WHERE payment.payment_kind = 'rewardInPlaceOfPay'
), choice AS MATERIALIZED (
  SELECT choice.entry, choice.participant, first_day(choice.occurred_at) AS first,
         coalesce(last_day(choice.occurred_at), choice.recorded_at / 86400) AS last,
         choice.in_place_of_pay, opened.entry IS NOT NULL AS has_form,
         reveal(opened.entry, 'form') AS form
  FROM payment_form_chosen AS choice
  LEFT JOIN sealed_field AS opened ON opened.of_entry = choice.entry AND opened.field = 'form'
), before AS (
  SELECT reward.*, choice.entry AS choice_entry, choice.last AS chosen_day, choice.form AS chosen,
         choice.in_place_of_pay, choice.has_form AS choice_has_form, max(choice.last)
  FROM reward LEFT JOIN choice
    ON choice.participant = reward.participant AND choice.last <= reward.first
  GROUP BY reward.entry
), perhaps AS (
  SELECT reward.entry FROM reward JOIN choice ON choice.participant = reward.participant
  WHERE (reward.first IS NULL OR choice.last > reward.first)
    AND (choice.first IS NULL OR choice.first <= reward.last)
  GROUP BY reward.entry
), judged AS (
  SELECT before.*, CASE
    WHEN participant IS NULL THEN 'nobody'
    WHEN perhaps.entry IS NOT NULL THEN 'undated'
    WHEN choice_entry IS NULL THEN 'none'
    WHEN in_place_of_pay IS NULL THEN 'unsaid'
    WHEN in_place_of_pay = 'no' THEN 'other'
    WHEN NOT has_form OR NOT choice_has_form THEN 'pass'
    WHEN form IS NULL OR chosen IS NULL THEN 'sealed'
    WHEN form = chosen THEN 'pass'
    ELSE 'other' END AS came
  FROM before LEFT JOIN perhaps USING (entry)
)
SELECT CASE WHEN came = 'pass' THEN 'pass' WHEN came IN ('none', 'other') THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'payment:' || id AS about, participant AS person, initiative, first AS day,
       CASE came
         WHEN 'pass' THEN
           format('The person had chosen reward %s in place of pay on %s.', id,
             day_text(chosen_day))
         WHEN 'none' THEN
           format('Reward %s stood in place of pay, and no earlier choice of the person is on '
                  || 'record.',
                  id)
         WHEN 'other' THEN
           format('Reward %s stood in place of pay; on %s the person had chosen something else.',
             id,
                  day_text(chosen_day))
         WHEN 'sealed' THEN
           format('Whoever asks may not see whether reward %s is what the person chose.', id)
         WHEN 'nobody' THEN format('Who got and chose reward %s is not recorded.', id)
         ELSE format('Whether the person chose reward %s beforehand, in place of pay, is not '
                     || 'recorded.', id) END AS says,
       entry || coalesce(',' || choice_entry, '') AS entries,
       CASE came WHEN 'sealed' THEN 'sealed' WHEN 'nobody' THEN 'paymentMade'
                 ELSE iif(first IS NULL, 'paymentMade', 'paymentFormChosen') END AS missing
FROM judged
