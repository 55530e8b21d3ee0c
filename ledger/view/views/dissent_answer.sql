-- What was answered to whom of dissent_list: the answer names their entry, or, later than it, what
-- they are against; or the decision says why those against were overruled. `to_what` is what the
-- answer names.
CREATE VIEW dissent_answer AS
  SELECT said.entry, answer.entry AS answer_entry, answer.answers AS to_what, answer.standing,
         answer.outcome, answer."by", answer.text, answer.text_state
  FROM dissent_list AS said JOIN answer_list AS answer
    ON answer.answers = 'entry:' || said.statement_id
  UNION ALL
  SELECT said.entry, answer.entry, answer.answers, answer.standing, answer.outcome, answer."by",
         answer.text, answer.text_state
  FROM dissent_list AS said LEFT JOIN decision_made AS decision
    ON decision.entry = said.against_entry AND said.form = 'position'
  JOIN answer_list AS answer
    ON answer.answers IN (said.about, 'decision:' || decision.id, 'matter:' || decision.matter)
   AND answer.entry > said.entry
  WHERE said.form IN ('position', 'response')
  UNION ALL
  SELECT said.entry, decision.entry, 'decision:' || decision.id, NULL, 'overruled',
         (SELECT group_concat(who, ', ') FROM decision_made__deciders AS party
          WHERE party.entry = decision.entry),
         decision.why_overruled, 'public'
  FROM dissent_list AS said JOIN decision_made AS decision ON decision.why_overruled IS NOT NULL
  WHERE said.form = 'position' AND said.answer = 'against'
    AND (said.about IN ('decision:' || decision.id, 'matter:' || decision.matter))
     OR said.answer = 'dissent' AND decision.id IN (
       SELECT closed.went_on_over FROM sign_off_given AS given
       JOIN sign_off_closed AS closed ON closed.round = given.round
       WHERE given.entry = said.entry);
