-- level_matches_record
-- The declared level is no higher than what the record shows.
-- Needs: levelDeclared, messageSent, inputReceived, responseGiven, changeMade, matterRaised,
--   optionProposed, versionMade, positionRecorded, decisionMade, actionOpened, roleAssigned
-- Rule: NOT WRITTEN YET
-- Parameter q: share of decisions in which they hold a counted position; share of decisions; 1.0
-- Nothing: unknown; This check is not written yet.; levelDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
