-- Answers to concerns, disputes, findings and the like, one row for each thing answered.
CREATE VIEW answer_list AS
  SELECT answer.entry, target.value AS answers, target.value_register AS register,
         target.value_id AS id, answer.standing, answer.text, answer.text_state, answer.outcome,
         answer."by", answer.provenance
  FROM answer_given AS answer JOIN answer_given__to AS target ON target.entry = answer.entry;
