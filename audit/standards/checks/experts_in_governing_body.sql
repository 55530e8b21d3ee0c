-- experts_in_governing_body
-- People with lived experience sit in the governing body.
-- Needs: groupFormed, roleAssigned, roleEnded, participantJoined
-- Rule: NOT WRITTEN YET
-- Parameter s: share of the voting seats; share of seats; 0.2
-- Parameter n: how long a seat may be empty; calendar days; 90
-- Nothing: unknown; This check is not written yet.; groupFormed
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
