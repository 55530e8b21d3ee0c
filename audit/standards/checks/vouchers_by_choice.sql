-- vouchers_by_choice
-- If vouchers are used the reason and the person's choice are on record.
-- Needs: paymentFormChosen, paymentMade
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; paymentFormChosen
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
