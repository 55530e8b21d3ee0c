-- Disputed entries and whether each was answered.
CREATE VIEW dispute_list AS
  SELECT disputed.entry, dispute.of_entry, of_it.kind, of_it.register, of_it.id,
         disputed.participant, disputed.what_is_wrong, disputed.what_is_wrong_state,
         disputed.asked_for, disputed.asked_for_state, disputed.statement_id,
         (SELECT min(a.entry) FROM answer_given__to AS a
          WHERE a.value = 'entry:' || disputed.statement_id) AS answer_entry
  FROM entry_disputed AS disputed
  LEFT JOIN dispute ON dispute.entry = disputed.entry
  LEFT JOIN entry AS of_it ON of_it.entry = dispute.of_entry;
