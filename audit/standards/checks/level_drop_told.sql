-- level_drop_told
-- If the level drops, people are told why before the next activity.
-- Needs: levelDeclared, messageSent, deliveryReported, meetingScheduled, channelOpened
-- Rule: NOT WRITTEN YET
-- Parameter n: from the change to telling it; calendar days; 7
-- Nothing: unknown; This check is not written yet.; levelDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
