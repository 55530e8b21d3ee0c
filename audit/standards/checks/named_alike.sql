-- named_alike
-- If staff or academics are named one by one, so are lived-experience contributors who want it.
-- Needs: creditPublished, creditChosen, participantJoined
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; creditPublished
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
