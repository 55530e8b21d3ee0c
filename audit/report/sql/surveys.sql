-- Surveys: who was asked and answered, the questions, the sealed sheets, and the claims made
-- on them.

-- :surveys
SELECT opened.id, opened.entry, opened.provenance, opened.purpose, opened.to_whom,
       opened.joined_per_person, closed.entry AS closed_entry,
       coalesce(closed.asked, opened.asked) AS asked,
       iif(closed.asked IS NOT NULL,
           iif(closed.asked_min = closed.asked_max, closed.asked_min, NULL),
           iif(opened.asked_min = opened.asked_max, opened.asked_min, NULL)) AS asked_number,
       closed.answered,
       iif(closed.answered_min = closed.answered_max, closed.answered_min, NULL) AS answered_number
FROM survey_opened AS opened
LEFT JOIN survey_closed AS closed
  ON closed.entry = (SELECT max(c.entry) FROM survey_closed AS c WHERE c.survey = opened.id)
WHERE :initiative IS NULL OR opened.initiative IS :initiative
ORDER BY opened.entry

-- :questions
SELECT opened.id AS survey, question.id, question.wording, question.type, question.demographic,
       question.lowest_unscaled, question.lowest_places, question.highest_unscaled,
       question.highest_places, opened.entry
FROM survey_opened__questions AS question JOIN survey_opened AS opened USING (entry)
WHERE :initiative IS NULL OR opened.initiative IS :initiative
ORDER BY opened.entry, question.nth

-- :offered
SELECT opened.id AS survey, question.id AS question, option.value
FROM survey_opened__questions__options AS option
JOIN survey_opened__questions AS question
  ON question.entry = option.entry AND question.nth = option.questions_nth
JOIN survey_opened AS opened ON opened.entry = option.entry
ORDER BY opened.entry, question.nth, option.nth

-- :sheets
SELECT sheet.survey, sheet.row_entry, sheet.entry, sheet.path, row.provenance
FROM survey_sheet AS sheet JOIN entry AS row ON row.entry = sheet.row_entry
WHERE sheet.path IS NOT NULL AND (:initiative IS NULL OR row.initiative IS :initiative)
ORDER BY sheet.row_entry

-- :claims
SELECT claim.entry, claim.provenance, claim.statement, claim.basis_metric AS metric, claim.place,
       value.nth, value.label, value.figure, value.figure_unscaled, value.figure_places,
       value.in_words, value.rounding, value.rounded_to_unscaled, value.rounded_to_places,
       (SELECT group_concat(about.value_id, ' ') FROM claim_published__about AS about
        WHERE about.entry = claim.entry AND about.value_register = 'surveyQuestion') AS questions
FROM claim_published AS claim JOIN claim_published__values AS value USING (entry)
WHERE EXISTS (SELECT 1 FROM claim_published__about AS about
              WHERE about.entry = claim.entry AND about.value_register = 'surveyQuestion')
  AND (:initiative IS NULL OR claim.initiative IS :initiative)
ORDER BY claim.entry, value.nth
