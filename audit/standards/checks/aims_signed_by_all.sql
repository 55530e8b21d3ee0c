-- aims_signed_by_all
-- A shared statement of aims and ways of working is agreed and signed up to by every
--   organisation and group.
-- Needs: initiativeOpened, organisationRegistered, groupFormed, agreementAdopted,
--   agreementSigned, participantJoined, roleAssigned
-- Rule: NOT WRITTEN YET
-- Parameter n: until the statement is agreed; calendar days; 30
-- Parameter m: until somebody who joins later signs or objects; calendar days; 14
-- Nothing: unknown; This check is not written yet.; initiativeOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
