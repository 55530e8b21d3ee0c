-- Concerns, and whether each was answered: by a reply, or among the inputs.
CREATE VIEW concern_list AS
  SELECT concern.entry, concern.id AS concern, concern.initiative, concern.stage, concern.topic,
         concern.raised_by_description AS raised_by, concern.text, concern.text_state,
         concern.asked_for, concern.asked_for_state, concern.provenance,
         (SELECT group_concat(value, ', ') FROM concern_raised__about AS a
          WHERE a.entry = concern.entry) AS about,
         (SELECT count(*) FROM answer_given__to AS a
          WHERE a.value = 'concern:' || concern.id) AS answers,
         (SELECT count(*) FROM response_given__concerns AS r
          WHERE r.value = concern.id) AS responses
  FROM concern_raised AS concern;
