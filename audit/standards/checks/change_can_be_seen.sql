-- change_can_be_seen
-- "We did" is backed by a change you can see.
-- Needs: responseGiven, changeMade, versionMade, actionOpened, workPublished
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; responseGiven
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
