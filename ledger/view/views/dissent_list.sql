-- Everybody who saw it otherwise, before or after: positions, sign-offs, objections to agreements,
-- answers judged not fair, disputed entries. Reasons that are sealed stay so.
CREATE VIEW dissent_list AS
  SELECT entry, 'position' AS form, coalesce('decision:' || decision, 'matter:' || matter) AS about,
         participant, stance AS answer, reason AS text, reason_state AS text_state, provenance
  FROM position_recorded WHERE stance IN ('against', 'standAside')
  UNION ALL
  SELECT entry, 'sign-off', 'workVersion:' || version, coalesce(participant, 'group:' || group_id),
         answer, statement, statement_state, provenance
  FROM sign_off_roll WHERE answer IN ('dissent', 'assentWithReservations', 'assentIf')
  UNION ALL
  SELECT entry, 'agreement', 'agreementVersion:' || agreement,
         coalesce(participant, 'group:' || "group", 'organisation:' || organisation),
         answer, why, why_state, provenance
  FROM agreement_signed WHERE answer = 'objected'
  UNION ALL
  SELECT entry, 'response', 'response:' || response, coalesce(participant, "by"), verdict, words,
         words_state, provenance
  FROM response_judged WHERE verdict = 'notFair' OR met = 'notMet'
  UNION ALL
  SELECT disputed.entry, 'dispute', 'entry:' || dispute.of_entry, disputed.participant, NULL,
         disputed.what_is_wrong, disputed.what_is_wrong_state, disputed.provenance
  FROM entry_disputed AS disputed LEFT JOIN dispute ON dispute.entry = disputed.entry;
