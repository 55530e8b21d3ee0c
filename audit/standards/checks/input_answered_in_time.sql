-- input_answered_in_time
-- Every input gets a response in time.
-- Needs: inputReceived, pauseStarted, pauseEnded, responseGiven, standardAdopted
-- Rule: NOT WRITTEN YET
-- Parameter n: from the input to the response; days; 28
-- Parameter unit: how days are counted: calendar, or working; kind of day; calendar
-- Nothing: unknown; This check is not written yet.; inputReceived
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
