-- professionals_prepared
-- Professionals are prepared too.
-- Needs: participantJoined, trainingHeld, attendanceRecorded
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; participantJoined
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
