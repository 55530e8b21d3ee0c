-- Replies to concerns, as against responses: they name the concern, or the entry that raised it.
CREATE VIEW concern_reply AS
  SELECT concern.id AS concern, answer.entry, answer.text, answer.text_state, answer.outcome,
         answer."by", answer.provenance
  FROM answer_list AS answer JOIN concern_raised AS concern
    ON answer.answers = 'concern:' || concern.id
  UNION
  SELECT concern.id, answer.entry, answer.text, answer.text_state, answer.outcome, answer."by",
         answer.provenance
  FROM concern_raised AS concern JOIN answer_list AS answer
    ON answer.answers = 'entry:' || concern.statement_id;
