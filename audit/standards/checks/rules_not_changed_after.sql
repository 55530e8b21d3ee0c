-- rules_not_changed_after
-- Rules are versioned and are not changed after the event.
-- Needs: standardAdopted, standardChanged, decisionMade, positionRecorded
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; standardAdopted
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
