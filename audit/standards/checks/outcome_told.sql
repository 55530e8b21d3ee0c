-- outcome_told
-- Everyone who took part is told the outcome.
-- Needs: outcomeRecorded, messageSent, deliveryReported, initiativeClosed, waiverSettled
-- Rule: NOT WRITTEN YET
-- Parameter n: from the result to telling it; calendar days; 28
-- Nothing: unknown; This check is not written yet.; outcomeRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
