-- nobody_blocks_or_is_outvoted
-- No one person can block, and no group can be outvoted silently.
-- Needs: signOffOpened, signOffGiven, signOffClosed
-- Rule: NOT WRITTEN YET
-- Parameter a: share of all replies that have to approve; share of replies; 0.75
-- Parameter g: share of each group's replies that have to approve; share of replies; 0.5
-- Nothing: unknown; This check is not written yet.; signOffOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
