-- dissent_answered
-- Disagreement is written down, answered and kept with the decision.
-- Needs: positionRecorded, decisionMade, answerGiven, messageSent, workPublished,
--   consentAnswered
-- Rule: NOT WRITTEN YET
-- Parameter n: from the dissent to the answer; calendar days; 28
-- Nothing: unknown; This check is not written yet.; positionRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
