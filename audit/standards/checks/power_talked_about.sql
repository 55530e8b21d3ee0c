-- power_talked_about
-- Power differences are talked about at the start.
-- Needs: meetingHeld, agreementAdopted, attendanceRecorded
-- Rule: NOT WRITTEN YET
-- Parameter k: before which working meeting it is talked about; meetings; 2
-- Nothing: unknown; This check is not written yet.; meetingHeld
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
