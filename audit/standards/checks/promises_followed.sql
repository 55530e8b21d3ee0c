-- promises_followed
-- Promises are written down and followed to the end.
-- Needs: promiseMade, promiseUpdated, messageSent
-- Rule: NOT WRITTEN YET
-- Parameter g: how long a promise may be late without a word; calendar days; 7
-- Nothing: unknown; This check is not written yet.; promiseMade
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
