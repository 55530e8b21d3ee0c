-- experts_among_deciders
-- People with lived experience are among those who decide.
-- Needs: levelDeclared, decisionMade, positionRecorded
-- Rule: NOT WRITTEN YET
-- Parameter k: people with lived experience who hold a counted position; people; 2
-- Nothing: unknown; This check is not written yet.; levelDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
