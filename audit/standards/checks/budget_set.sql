-- budget_set
-- There is a budget for doing it properly.
-- Needs: budgetSet, paymentMade, costRecorded
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; budgetSet
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
