-- rewards_by_choice
-- Non-cash rewards are chosen by the person, not substituted.
-- Needs: paymentFormChosen, paymentMade
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; paymentFormChosen
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
