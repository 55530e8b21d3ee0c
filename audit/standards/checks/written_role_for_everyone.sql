-- written_role_for_everyone
-- Everyone, professionals included, has a written role.
-- Needs: participantJoined, roleAssigned
-- Rule: NOT WRITTEN YET
-- Parameter n: from joining to the written role; calendar days; 14
-- Nothing: unknown; This check is not written yet.; participantJoined
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
