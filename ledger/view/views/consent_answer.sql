-- Every answer of one person about consent, one row for each thing it holds for; a `target` of
-- NULL is everything. The giver's own word on how far an input may travel counts as one.
CREATE VIEW consent_answer AS
  SELECT answered.entry, answered.participant, scope.value AS scope, NULL AS target,
         answered.reply, answered."until"
  FROM consent_answered AS answered JOIN consent_answered__scopes AS scope USING (entry)
  WHERE answered.participant IS NOT NULL AND answered.covers = 'everything'
  UNION ALL
  SELECT answered.entry, answered.participant, scope.value, these.value, answered.reply,
         answered."until"
  FROM consent_answered AS answered JOIN consent_answered__scopes AS scope USING (entry)
  JOIN consent_answered__covers_these AS these USING (entry)
  WHERE answered.participant IS NOT NULL
  UNION ALL
  SELECT input.entry, input.participant, 'quoted', 'input:' || input.id,
         iif(input.shared_with = 'public', 'given', 'refused'), NULL
  FROM input_received AS input
  WHERE input.participant IS NOT NULL AND input.shared_with IS NOT NULL;
