-- asked_at_each_stage
-- People are asked at each stage, not only at the end.
-- Needs: stageClosed, reviewHeld, signOffOpened
-- Rule: NOT WRITTEN YET
-- Parameter n: longest gap between two rounds; calendar days; 120
-- Nothing: unknown; This check is not written yet.; stageClosed
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
