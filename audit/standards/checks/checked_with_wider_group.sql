-- checked_with_wider_group
-- Small-group findings are checked with a wider population.
-- Needs: surveyOpened, surveyClosed, signOffOpened
-- Rule: NOT WRITTEN YET
-- Parameter k: answers from the wider group; answers; 50
-- Nothing: unknown; This check is not written yet.; surveyOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
