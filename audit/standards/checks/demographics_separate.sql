-- demographics_separate
-- Demographic answers are voluntary, separate and purpose-bound.
-- Needs: surveyOpened, surveyAnswered, inputReceived
-- Rule: A survey of who people are lets them answer "prefer not to say", says what it is for,
--   says when its answers are deleted, and is joined to nobody: not per person, on no answer
--   sheet, and to nothing that a named person said. Every answer sheet in a ledger is sealed under
--   its survey's own key, apart from any person's.
-- Nothing: notApplicable; No survey of who people are is on record.
WITH survey AS MATERIALIZED (
  SELECT opened.entry, opened.id, opened.initiative, opened.why, opened.joined_per_person AS joined,
         opened.prefer_not_to_say_offered AS offered, opened.delete_by,
         first_day(coalesce(nullif(opened.opens, 'unknown'), happened.date)) AS day
  FROM survey_opened AS opened JOIN entry_date AS happened USING (entry)
  WHERE opened.purpose = 'demographics'
), sheet AS MATERIALIZED (
  SELECT survey, min(iif(person_state IS NOT NULL, entry, NULL)) AS named_entry,
         min(iif(answers_state IS NOT 'sealed', entry, NULL)) AS open_entry
  FROM survey_answered GROUP BY survey
), words AS MATERIALIZED (
  SELECT survey_row_survey AS survey, min(entry) AS entry FROM input_received
  WHERE survey_row_survey IS NOT NULL AND participant IS NOT NULL GROUP BY survey_row_survey
), judged AS (
  SELECT survey.*, sheet.named_entry, words.entry AS words_entry,
         joined = 'yes' OR sheet.named_entry IS NOT NULL OR words.entry IS NOT NULL AS is_joined
  FROM survey
  LEFT JOIN sheet ON sheet.survey = survey.id
  LEFT JOIN words ON words.survey = survey.id
)
SELECT CASE WHEN coalesce(is_joined, 0) OR offered = 'no' OR why IS NULL OR delete_by IS NULL
              THEN 'fail'
            WHEN joined IS NULL OR offered IS NULL THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'survey:' || id AS about, NULL AS person, initiative, day,
       format('Survey %s asks who people are; ', id) ||
         iif(coalesce(is_joined, 0), 'its answers are joined to persons; ',
             iif(joined IS NULL, 'whether its answers are joined is not recorded; ',
                 'its answers are joined to nobody; ')) ||
         CASE offered WHEN 'yes' THEN '"prefer not to say" is offered; '
                      WHEN 'no' THEN '"prefer not to say" is not offered; '
                      ELSE 'whether "prefer not to say" is offered is not recorded; ' END ||
         iif(why IS NULL, 'it does not say what for; ', 'it says what for; ') ||
         CASE WHEN delete_by IS NULL THEN 'it does not say when the answers are deleted.'
              ELSE format('the answers are deleted by %s.', delete_by) END AS says,
       entry || coalesce(',' || named_entry, '') || coalesce(',' || words_entry, '') AS entries,
       'surveyOpened' AS missing
FROM judged
