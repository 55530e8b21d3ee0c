-- learning_recorded
-- Each stage ends with what went well and what did not.
-- Needs: learningRecorded, stageClosed
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; learningRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
