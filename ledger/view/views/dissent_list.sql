-- Everybody who saw it otherwise, before or after: positions, sign-offs, objections to agreements,
-- answers judged not fair, disputed entries. Reasons that are sealed stay so. `wants_answer` is 1
-- for a plain no that still stands: somebody against what was decided, a refused signature, an
-- objection, an answer judged not fair, a dispute. Who stands aside, has reservations or agrees on
-- a condition said so and let it go on; it is shown, and nobody owes an answer to it.
CREATE VIEW dissent_list AS
  SELECT said.entry, 'position' AS form,
         coalesce('decision:' || said.decision, 'matter:' || said.matter) AS about,
         said.participant, said.stance AS answer, said.reason AS text,
         said.reason_state AS text_state, said.provenance, said.statement_id,
         decision.entry AS against_entry,
         said.stance = 'against' AND decision.entry IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM position_recorded AS later
                           WHERE later.matter IS said.matter AND later.decision IS said.decision
                             AND later.participant = said.participant
                             AND later.entry > said.entry) AS wants_answer
  FROM position_recorded AS said
  LEFT JOIN decision_made AS decision
    ON decision.entry = (SELECT min(made.entry) FROM decision_made AS made
                         WHERE made.id = said.decision
                            OR said.decision IS NULL AND made.matter = said.matter)
  WHERE said.stance IN ('against', 'standAside')
  UNION ALL
  SELECT roll.entry, 'sign-off', 'workVersion:' || roll.version,
         coalesce(roll.participant, 'group:' || roll.group_id), roll.answer, roll.statement,
         roll.statement_state, roll.provenance, given.statement_id, opened.entry,
         roll.answer = 'dissent'
  FROM sign_off_roll AS roll JOIN sign_off_given AS given USING (entry)
  LEFT JOIN sign_off_opened AS opened ON opened.id = roll.round
  WHERE roll.answer IN ('dissent', 'assentWithReservations', 'assentIf')
  UNION ALL
  SELECT entry, 'agreement', 'agreementVersion:' || agreement,
         coalesce(participant, 'group:' || "group", 'organisation:' || organisation),
         answer, why, why_state, provenance, statement_id, NULL, 1
  FROM agreement_signed WHERE answer = 'objected'
  UNION ALL
  SELECT judged.entry, 'response', 'response:' || judged.response,
         coalesce(judged.participant, judged."by"), judged.verdict, judged.words,
         judged.words_state, judged.provenance, judged.statement_id, response.entry,
         judged.verdict IS 'notFair'
           AND NOT EXISTS (SELECT 1 FROM response_judged AS later
                           WHERE later.response = judged.response
                             AND later.participant IS judged.participant
                             AND later.entry > judged.entry)
  FROM response_judged AS judged LEFT JOIN response_given AS response
    ON response.id = judged.response
  WHERE judged.verdict = 'notFair' OR judged.met = 'notMet'
  UNION ALL
  SELECT disputed.entry, 'dispute', 'entry:' || dispute.of_entry, disputed.participant, 'disputed',
         disputed.what_is_wrong, disputed.what_is_wrong_state, disputed.provenance,
         disputed.statement_id, dispute.of_entry, 1
  FROM entry_disputed AS disputed LEFT JOIN dispute ON dispute.entry = disputed.entry;
