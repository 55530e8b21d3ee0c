-- demographics_separate
-- Demographic answers are voluntary, separate and purpose-bound.
-- Needs: surveyOpened, surveyAnswered
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; surveyOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
