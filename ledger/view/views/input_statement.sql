-- Everything that somebody said and that may call for an answer: inputs and concerns.
CREATE VIEW input_statement AS
  SELECT input.entry, 'input' AS register, input.id, input.initiative, input.stage,
         coalesce(input."from", input.participant) AS "from", input.participant,
         (SELECT group_concat(value, ', ') FROM input_received__expertise AS e
          WHERE e.entry = input.entry) AS expertise,
         input.input_kind, input.asks_for_something, input.text, input.text_state,
         input.private_text_state, input.channel, input.meeting,
         coalesce(input.survey, input.survey_row_survey, input.survey_question_survey) AS survey,
         input.shared_with, input.return_route,
         (SELECT group_concat(value, ', ') FROM input_received__themes AS t
          WHERE t.entry = input.entry) AS themes,
         input.occurred_at, input.provenance
  FROM input_received AS input
  UNION ALL
  SELECT concern.entry, 'concern', concern.id, concern.initiative, concern.stage,
         concern.raised_by_description, NULL, NULL, 'concern', 'yes', concern.text,
         concern.text_state, NULL, NULL, NULL, NULL, NULL, NULL, concern.topic,
         concern.occurred_at, concern.provenance
  FROM concern_raised AS concern;
