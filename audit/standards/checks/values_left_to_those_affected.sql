-- values_left_to_those_affected
-- Value judgements are left to those affected.
-- Needs: decisionMade, matterRaised, positionRecorded
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; decisionMade
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
