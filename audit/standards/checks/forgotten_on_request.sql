-- forgotten_on_request
-- A request to be forgotten is carried out and provably so, and the record still stands.
-- Needs: erasureRequested, erasureDone
-- Rule: NOT WRITTEN YET
-- Parameter n: from the request to the erasure; calendar days; 30
-- Nothing: unknown; This check is not written yet.; erasureRequested
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
