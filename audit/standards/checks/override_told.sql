-- override_told
-- If a higher body overrides the group, it says so, why, and tells people quickly.
-- Needs: decisionMade, decisionReplaced, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: from the override to telling it; calendar days; 7
-- Nothing: unknown; This check is not written yet.; decisionMade
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
