-- who_is_missing_reviewed
-- Who is missing is looked at and written down.
-- Needs: reviewHeld, stageOpened
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; reviewHeld
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
