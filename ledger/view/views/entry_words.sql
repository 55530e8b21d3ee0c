-- What each entry says, in the most telling words that are public now: of an input those that its
-- giver stands by, and none of what they took back; of a decision the option that was chosen where
-- nothing else says what it was.
CREATE VIEW entry_words AS
  SELECT entry.entry,
         CASE entry.kind
           WHEN 'inputReceived' THEN
             (SELECT said.text FROM input_statement AS said WHERE said.entry = entry.entry)
           WHEN 'inputRevised' THEN
             (SELECT iif(said.taken_back, NULL, entry.summary)
              FROM input_revised AS revised JOIN input_statement AS said
                ON said.register = 'input' AND said.id = revised.input
              WHERE revised.entry = entry.entry)
           WHEN 'decisionMade' THEN
             coalesce((SELECT summary.outcome FROM decision_summary AS summary
                       WHERE summary.entry = entry.entry), entry.summary)
           ELSE entry.summary END AS words
  FROM entry;
