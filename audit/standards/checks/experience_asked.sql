-- experience_asked
-- People are asked how it felt, and told the results.
-- Needs: surveyOpened, surveyClosed, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: from the survey to telling its results; calendar days; 42
-- Parameter k: smallest number of answers that is shown; answers; 10
-- Nothing: unknown; This check is not written yet.; surveyOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
