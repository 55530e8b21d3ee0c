-- level_declared_first
-- Each stage says, in plain words, what level of participation it is.
-- Needs: stageOpened, levelDeclared, messageSent, inputReceived
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; stageOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
