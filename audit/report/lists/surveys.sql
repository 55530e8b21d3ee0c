-- Surveys
-- Every survey: why, and how many were asked, answered or stayed silent. What people were told
-- about their answers; silence is a number of its own, and nobody's yes.
SELECT survey.entry, survey.survey AS "Survey", survey.purpose AS "Purpose:word",
       survey.why AS "Why", survey.to_whom AS "Sent to:who", survey.occurred_at AS "Sent",
       survey.asked AS "Asked", survey.answered AS "Answered",
       survey.asked_number - survey.answered_number AS "No answer", survey.sheets AS "Sheets kept",
       survey.questions AS "Questions", survey.paired_with AS "Compared with",
       survey.joined_per_person AS "Joined per person:word",
       survey.told_joined AS "Told so:word",
       survey.prefer_not_to_say_offered AS "Could prefer not to say:word",
       iif(survey.closed_entry IS NULL, 'not closed', 'closed') AS "State"
FROM survey_summary AS survey
WHERE :initiative IS NULL OR survey.initiative = :initiative
ORDER BY survey.entry
