-- named_coordinator
-- There is always a named coordinator people can reach.
-- Needs: initiativeOpened, roleAssigned, roleEnded
-- Rule: NOT WRITTEN YET
-- Parameter g: longest gap without a coordinator; calendar days; 14
-- Nothing: unknown; This check is not written yet.; initiativeOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
