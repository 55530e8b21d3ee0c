-- decision_records_kept
-- Decision records are kept long enough.
-- Needs: retentionSet, erasureDone
-- Rule: NOT WRITTEN YET
-- Parameter y: how long records of decisions are kept; years; 10
-- Nothing: unknown; This check is not written yet.; retentionSet
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
