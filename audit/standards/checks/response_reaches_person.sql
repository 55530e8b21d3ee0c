-- response_reaches_person
-- The response reaches the person, not just a web page.
-- Needs: inputReceived, responseGiven, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: from the response to its arrival; calendar days; 7
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
