-- Who signed what. `form` is individual, or collective: a group told to have signed as one is never
-- read as signed by each of its members. `late` is 1 when the round had closed.
CREATE VIEW sign_off_roll AS
  SELECT given.entry, given.round, coalesce(given.version, opened.version) AS version,
         coalesce(given.version_work, opened.version_work) AS work,
         CASE WHEN given.participant IS NOT NULL THEN 'individual' ELSE 'collective' END AS form,
         given.participant, given."group" AS group_id, given.as_told, given."as" AS as_expertise,
         given.answer, given.condition, given.condition_state, given.statement,
         given.statement_state, given.author, given.on_behalf_of, given.occurred_at,
         given.provenance,
         EXISTS (SELECT 1 FROM sign_off_closed AS closed
                 WHERE closed.round = given.round AND closed.entry < given.entry) AS late
  FROM sign_off_given AS given
  LEFT JOIN sign_off_opened AS opened ON opened.id = given.round;
