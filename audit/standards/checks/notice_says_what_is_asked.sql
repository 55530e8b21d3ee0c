-- notice_says_what_is_asked
-- The notice says who will be there, how long it lasts and what is being asked of you.
-- Needs: messageSent, meetingScheduled
-- Rule: NOT WRITTEN YET
-- Parameter n: between the notice and the meeting; calendar days; 7
-- Nothing: unknown; This check is not written yet.; messageSent
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
