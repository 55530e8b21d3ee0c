-- Everything that somebody said and that may call for an answer: inputs and concerns. The words are
-- those that their giver stands by now, with what was said first; what was withdrawn, or was put
-- right in private (`taken_back`), is not repeated.
CREATE VIEW input_statement AS
  SELECT input.entry, 'input' AS register, input.id, input.initiative, input.stage,
         coalesce(input."from", input.participant) AS "from", input.participant,
         (SELECT group_concat(value, ', ') FROM input_received__expertise AS e
          WHERE e.entry = input.entry) AS expertise,
         input.input_kind, input.asks_for_something,
         CASE WHEN revised.entry IS NULL THEN input.text
              WHEN revised.revision = 'withdrawn' THEN 'Withdrawn by its giver.'
              WHEN revised.text IS NOT NULL
                THEN revised.text || coalesce(' (First said: ' || input.text || ')', '')
              END AS text,
         CASE WHEN revised.entry IS NULL THEN input.text_state
              WHEN revised.revision = 'withdrawn' THEN 'public'
              ELSE coalesce(revised.text_state, 'sealed') END AS text_state,
         input.private_text_state, input.channel, input.meeting,
         coalesce(input.survey, input.survey_row_survey, input.survey_question_survey) AS survey,
         input.shared_with, input.return_route,
         (SELECT group_concat(value, ', ') FROM input_received__themes AS t
          WHERE t.entry = input.entry) AS themes,
         input.occurred_at, input.provenance, revised.entry AS revised_entry,
         revised.entry IS NOT NULL AND (revised.revision IS 'withdrawn' OR revised.text IS NULL)
           AS taken_back
  FROM input_received AS input
  LEFT JOIN input_revised AS revised
    ON revised.entry = (SELECT max(r.entry) FROM input_revised AS r
                        WHERE r.input = input.id
                          AND (r.revision = 'withdrawn' OR r.text_state IS NOT NULL
                               OR r.private_text_state IS NOT NULL))
  UNION ALL
  SELECT concern.entry, 'concern', concern.id, concern.initiative, concern.stage,
         concern.raised_by_description, NULL, NULL, 'concern', 'yes', concern.text,
         concern.text_state, NULL, NULL, NULL, NULL, NULL, NULL, concern.topic,
         concern.occurred_at, concern.provenance, NULL, 0
  FROM concern_raised AS concern;
