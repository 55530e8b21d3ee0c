-- dissent_published
-- Dissent travels with the published work if the dissenter wants.
-- Needs: signOffGiven, consentAnswered, workPublished
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; signOffGiven
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
