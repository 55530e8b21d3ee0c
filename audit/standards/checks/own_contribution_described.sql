-- own_contribution_described
-- People describe their own contribution and can challenge others' claims.
-- Needs: contributionDeclared, entryDisputed, answerGiven, creditPublished
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; contributionDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
