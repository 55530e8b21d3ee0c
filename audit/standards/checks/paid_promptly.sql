-- paid_promptly
-- People are paid promptly.
-- Needs: timeLogged, claimMade, paymentMade
-- Rule: NOT WRITTEN YET
-- Parameter n: from the claim to the payment; calendar days; 28
-- Nothing: unknown; This check is not written yet.; timeLogged
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
