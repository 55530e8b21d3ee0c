-- offer_before_work
-- The offer (rate, what it covers, how and when paid) is made before the work.
-- Needs: paymentOffered, timeLogged
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; paymentOffered
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
