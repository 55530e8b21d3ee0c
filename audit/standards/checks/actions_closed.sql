-- actions_closed
-- Actions are closed or explained.
-- Needs: actionOpened, actionUpdated
-- Rule: NOT WRITTEN YET
-- Parameter n: how long an action may be late without a word; calendar days; 14
-- Nothing: unknown; This check is not written yet.; actionOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
