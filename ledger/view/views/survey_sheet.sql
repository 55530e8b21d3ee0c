-- Answer sheets, with what it takes to open the answers for somebody who may: entry and path.
CREATE VIEW survey_sheet AS
  SELECT answered.survey, answered.label, answered.entry AS row_entry, sealed.entry, sealed.path,
         sealed.audience
  FROM survey_answered AS answered
  LEFT JOIN sealed_field AS sealed
    ON sealed.of_entry = answered.entry AND sealed.field = 'answers';
