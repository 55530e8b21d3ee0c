-- What one person said in words that stand in the clear, and the consent under which a page may
-- repeat them: one row for each text and consent. `words` is the text as said first, as revised,
-- and as it stood before a correction.
CREATE VIEW personal_words AS
  WITH said AS (
    SELECT entry, id AS input, participant FROM input_received WHERE participant IS NOT NULL
    UNION
    SELECT input.entry, input.id, giver.id
    FROM input_received AS input JOIN input_received__from AS giver USING (entry)
    WHERE giver.register = 'participant'
  ), texts AS (
    SELECT input, text AS words FROM (
      SELECT id AS input, text FROM input_received
      UNION ALL
      SELECT input, text FROM input_revised
      UNION ALL
      SELECT input.id, value.was
      FROM correction_value AS value JOIN input_received AS input ON input.entry = value.of_entry
      WHERE value.column_name = 'text'
      UNION ALL
      SELECT revised.input, value.was
      FROM correction_value AS value JOIN input_revised AS revised ON revised.entry = value.of_entry
      WHERE value.column_name = 'text')
    WHERE text IS NOT NULL
  ), told AS (
    SELECT entry, input, participant FROM said
    UNION
    SELECT revised.entry, said.input, said.participant
    FROM input_revised AS revised JOIN said USING (input)
  )
  SELECT told.entry, told.participant, 'quoted' AS scope, texts.words
  FROM told JOIN texts USING (input)
  UNION ALL
  SELECT told.entry, told.participant, 'story', texts.words
  FROM told JOIN texts USING (input) JOIN said USING (input)
  WHERE EXISTS (SELECT 1 FROM sealed_field AS sealed
                WHERE sealed.of_entry = said.entry AND sealed.field = 'story')
  UNION ALL
  SELECT entry, participant, 'dissentPublished', text FROM dissent_list
  WHERE text IS NOT NULL AND text_state = 'public' AND participant IS NOT NULL
  UNION ALL
  SELECT said.entry, said.participant, 'dissentPublished', value.was
  FROM dissent_list AS said JOIN correction_value AS value ON value.of_entry = said.entry
  WHERE said.participant IS NOT NULL AND value.was IS NOT NULL
    AND value.column_name IN ('reason', 'statement', 'why', 'words', 'what_is_wrong');
