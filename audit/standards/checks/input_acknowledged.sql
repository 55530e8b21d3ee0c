-- input_acknowledged
-- Every input gets an identifier and an acknowledgement.
-- Needs: inputReceived, messageSent
-- Rule: NOT WRITTEN YET
-- Parameter n: from the input to the acknowledgement; calendar days; 7
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
