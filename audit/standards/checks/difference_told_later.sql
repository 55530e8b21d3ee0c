-- difference_told_later
-- Later on, people are told what difference it made.
-- Needs: outcomeRecorded, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter a: first time that the difference is told, after the result; months; 6
-- Parameter b: second time; months; 12
-- Nothing: unknown; This check is not written yet.; outcomeRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
