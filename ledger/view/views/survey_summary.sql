-- Every survey: how many were asked and answered as told when it closed (else as it opened), and
-- how many answer sheets are on record. Answers themselves are sealed.
CREATE VIEW survey_summary AS
  SELECT opened.entry, opened.id AS survey, opened.initiative, opened.stage, opened.purpose,
         opened.why, opened.to_whom, opened.occurred_at, opened.paired_with,
         opened.joined_per_person, opened.told_joined, opened.prefer_not_to_say_offered,
         coalesce(closed.asked, opened.asked) AS asked,
         coalesce(closed.asked_min, opened.asked_min) AS asked_number,
         closed.answered, closed.answered_min AS answered_number, closed.entry AS closed_entry,
         closed.against,
         coalesce(opened.question_count,
                  (SELECT count(*) FROM survey_opened__questions AS q
                   WHERE q.entry = opened.entry)) AS questions,
         (SELECT count(*) FROM survey_answered AS sheet WHERE sheet.survey = opened.id) AS sheets,
         opened.provenance
  FROM survey_opened AS opened
  LEFT JOIN survey_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM survey_closed AS c WHERE c.survey = opened.id);
