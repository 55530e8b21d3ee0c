-- What people say of taking part
-- How many were asked what it was like to take part, and answered; what they said stands below.
--   Being heard and agreeing with the result are asked apart.
-- Says: {in} of {all} people who were asked about taking part answered.
-- Nothing: No survey has asked people what it was like to take part.
-- Partner: verified-fair; people can enjoy a day on which nothing they said was taken up.
SELECT survey.survey AS part, survey.entry, survey.closed_entry AS also, survey.provenance,
       told.state, told.weight, NULL AS number
FROM survey_summary AS survey
JOIN (SELECT 'in' AS state, survey, answered_number AS weight FROM survey_summary
      UNION ALL
      SELECT 'out', survey, asked_number - answered_number FROM survey_summary) AS told
  ON told.survey = survey.survey
WHERE survey.purpose IN ('experience', 'after', 'before') AND told.weight > 0
  AND (:initiative IS NULL OR survey.initiative = :initiative)
ORDER BY survey.entry, told.state
