-- Where a decision came from and where it led, one row for each step. `step` is one of: matter,
-- option, because of, decider, position, response, change, promise, action, replaced.
CREATE VIEW decision_trail AS
  SELECT decision.id AS decision, 'matter' AS step, matter.entry AS step_entry,
         'matter' AS register, matter.id, matter.question AS text, NULL AS reason, NULL AS pull,
         matter.raised_by AS who, matter.provenance
  FROM decision_made AS decision JOIN matter_raised AS matter ON matter.id = decision.matter
  UNION ALL
  SELECT decision.id, 'option', coalesce(proposed.entry, considered.entry), 'option',
         considered."option", coalesce(considered.in_words, proposed.text),
         considered.set_aside_because, NULL, proposed."by", decision.provenance
  FROM decision_made AS decision
  JOIN decision_made__options_considered AS considered ON considered.entry = decision.entry
  LEFT JOIN option_proposed AS proposed ON proposed.id = considered."option"
  UNION ALL
  SELECT decision.id, 'because of', origin.entry, cause.what_register, cause.what_id,
         (SELECT words FROM entry_words AS told WHERE told.entry = origin.entry),
         cause.reason, cause.pull,
         (SELECT said."from" FROM input_statement AS said WHERE said.entry = origin.entry),
         origin.provenance
  FROM decision_made AS decision
  JOIN decision_made__because_of AS cause ON cause.entry = decision.entry
  LEFT JOIN entry AS origin
    ON origin.entry = (SELECT min(named.entry) FROM mention AS named
                       WHERE named.register = cause.what_register AND named.id = cause.what_id
                         AND named.registers = 1)
       OR (cause.what_register = 'entry' AND origin.statement_id = cause.what_id)
  UNION ALL
  SELECT decision.id, 'decider', decision.entry, party.register, party.id,
         coalesce(party.words, party.description), party.part, party.role, party.who,
         decision.provenance
  FROM decision_made AS decision JOIN decision_party AS party ON party.entry = decision.entry
  UNION ALL
  SELECT decision.id, 'position', position.entry, 'participant', position.participant,
         position.reason, position.reason_state, position.stance, position.participant,
         position.provenance
  FROM decision_made AS decision
  JOIN position_recorded AS position
    ON position.decision = decision.id
       OR (decision.matter IS NOT NULL AND position.matter = decision.matter)
  UNION ALL
  SELECT answered.value, 'response', response.entry, 'response', response.id, response.text,
         response.reason, response.disposition, response.to_whom, response.provenance
  FROM response_given__decisions AS answered
  JOIN response_given AS response ON response.entry = answered.entry
  UNION ALL
  SELECT because.value, 'change', change.entry, 'workVersion', change.version,
         change.what_changed, change.section, change.change_class, change."by", change.provenance
  FROM change_made__decisions AS because JOIN change_made AS change ON change.entry = because.entry
  UNION ALL
  SELECT about.value_id, 'promise', promise.entry, 'promise', promise.id, promise.what,
         promise.condition, NULL, promise."by", promise.provenance
  FROM promise_made__about AS about JOIN promise_made AS promise ON promise.entry = about.entry
  WHERE about.value_register = 'decision'
  UNION ALL
  SELECT about.value_id, 'action', action.entry, 'action', action.id, action.what, NULL,
         action.how, action."to", action.provenance
  FROM action_opened__because_of AS about JOIN action_opened AS action ON action.entry = about.entry
  WHERE about.value_register = 'decision'
  UNION ALL
  SELECT replaced.decision, 'replaced', replaced.entry, 'decision', replaced.new_decision, NULL,
         replaced.reason, replaced.how, replaced.by_body, replaced.provenance
  FROM decision_replaced AS replaced;
