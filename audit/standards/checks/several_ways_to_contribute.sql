-- several_ways_to_contribute
-- There is more than one way to contribute, and at least one is not a meeting.
-- Needs: channelOpened, channelClosed, surveyOpened, inputReceived
-- Rule: NOT WRITTEN YET
-- Parameter k: ways to contribute that are open at the same time; ways; 2
-- Parameter d: how long each is open; calendar days; 7
-- Nothing: unknown; This check is not written yet.; channelOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
