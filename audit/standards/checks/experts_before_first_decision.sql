-- experts_before_first_decision
-- People with lived experience take part before the first real decision is made.
-- Needs: participantJoined, attendanceRecorded, inputReceived, matterRaised, decisionMade
-- Rule: NOT WRITTEN YET
-- Parameter n_min: people with lived experience who took part; people; 2
-- Nothing: unknown; This check is not written yet.; participantJoined
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
