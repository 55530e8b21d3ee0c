-- not_the_only_voice
-- Nobody is the only lived-experience voice in a deciding meeting.
-- Needs: attendanceRecorded, decisionMade
-- Rule: NOT WRITTEN YET
-- Parameter k: people with lived experience in a deciding meeting; people; 2
-- Parameter s: their share of those present; share of people; 0.25
-- Nothing: unknown; This check is not written yet.; attendanceRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
