-- experts_help_deliver
-- People with lived experience help deliver, not only design.
-- Needs: levelDeclared, actionOpened, actionUpdated
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; levelDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
