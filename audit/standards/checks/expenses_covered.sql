-- expenses_covered
-- Expenses are covered, separate from pay, and not left for people to front.
-- Needs: claimMade, claimAnswered, paymentMade
-- Rule: NOT WRITTEN YET
-- Parameter n: from the claim to the payment or the refusal; calendar days; 14
-- Nothing: unknown; This check is not written yet.; claimMade
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
