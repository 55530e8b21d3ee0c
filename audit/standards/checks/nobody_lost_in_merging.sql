-- nobody_lost_in_merging
-- When inputs are merged nobody is lost.
-- Needs: inputReceived, inputsRegrouped, responseGiven, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
