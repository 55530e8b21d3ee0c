-- credit_offered
-- Credit is offered to every participant before publication.
-- Needs: inputReceived, attendanceRecorded, messageSent, deliveryReported, workPublished
-- Rule: NOT WRITTEN YET
-- Parameter n: between the offer of credit and the publication; calendar days; 14
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
