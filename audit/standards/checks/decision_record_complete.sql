-- decision_record_complete
-- Each decision record says who decided, in what role, what the options were, why, and on what
--   evidence.
-- Needs: decisionMade, matterRaised, optionProposed
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; decisionMade
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
