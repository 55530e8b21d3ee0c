-- minutes_sent
-- What was said is in the minutes and everyone who was there gets them.
-- Needs: meetingHeld, attendanceRecorded, messageSent, inputReceived
-- Rule: NOT WRITTEN YET
-- Parameter n: from the meeting to the minutes; calendar days; 14
-- Nothing: unknown; This check is not written yet.; meetingHeld
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
