-- gaps_filled
-- If the group is narrow, other voices are gathered another way.
-- Needs: reviewHeld, channelOpened
-- Rule: NOT WRITTEN YET
-- Parameter n: from the review to the way that was opened; calendar days; 60
-- Nothing: unknown; This check is not written yet.; reviewHeld
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
