-- rejection_reopens
-- If the wider community rejects the work there is a rule to start again.
-- Needs: surveyOpened, surveyClosed, matterRaised, decisionMade, positionRecorded
-- Rule: NOT WRITTEN YET
-- Parameter t: share against from which there has to be a decision; share of answers; 0.5
-- Parameter n: from the survey to the decision; calendar days; 60
-- Nothing: unknown; This check is not written yet.; surveyOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
