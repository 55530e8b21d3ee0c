-- benefits_advice_offered
-- Independent benefits advice is offered before the first payment, whatever the form of payment.
-- Needs: supportOffered, paymentMade, paymentFormChosen
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; supportOffered
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
