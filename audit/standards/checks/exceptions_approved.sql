-- exceptions_approved
-- Any exception has an approver, a reason, an end date, and people are told.
-- Needs: waiverRequested, waiverSettled, messageSent, standardAdopted
-- Rule: NOT WRITTEN YET
-- Parameter c: length of the reason; characters; 40
-- Parameter m: longest exception; months; 12
-- Parameter r: from the breach to the approval; calendar days; 14
-- Nothing: unknown; This check is not written yet.; waiverRequested
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
