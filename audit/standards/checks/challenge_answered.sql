-- challenge_answered
-- The person can say whether the response is fair; challenges are answered.
-- Needs: messageSent, responseJudged, answerGiven, responseGiven
-- Rule: NOT WRITTEN YET
-- Parameter n: from the challenge to the deciding answer; calendar days; 28
-- Nothing: unknown; This check is not written yet.; messageSent
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
