-- outsiders_told
-- So is anyone who contributed from outside the formal group.
-- Needs: inputReceived, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: from the input to the outcome on its route; calendar days; 42
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
