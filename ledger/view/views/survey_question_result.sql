-- Each question with the totals that were published for it, where there are any (null: none).
CREATE VIEW survey_question_result AS
  SELECT opened.id AS survey, question.nth, question.id AS question, question.wording,
         question.type, question.lowest AS scale_lowest, question.highest AS scale_highest,
         (SELECT group_concat(value, ' / ') FROM survey_opened__questions__options AS o
          WHERE o.entry = question.entry AND o.questions_nth = question.nth) AS options,
         question.demographic, closed.entry AS closed_entry, result.nth AS result_nth,
         result.answered, result.lowest, result.highest, result.mean, result.against
  FROM survey_opened AS opened
  JOIN survey_opened__questions AS question ON question.entry = opened.entry
  LEFT JOIN survey_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM survey_closed AS c WHERE c.survey = opened.id)
  LEFT JOIN survey_closed__results AS result
    ON result.entry = closed.entry AND result.question = opened.id || '@' || question.id;
