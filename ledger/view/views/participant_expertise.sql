-- Which expertise a participant held, and from which entry up to, not with, which: a later list
-- replaces the earlier one whole. `until_entry` is null while it holds. Null expertise: none said.
CREATE VIEW participant_expertise AS
  WITH told AS (
    SELECT entry, id AS participant, provenance FROM participant_joined
    UNION ALL
    SELECT entry, participant, provenance FROM participant_changed AS changed
    WHERE EXISTS (SELECT 1 FROM participant_changed__expertise AS e WHERE e.entry = changed.entry)
       OR EXISTS (SELECT 1 FROM participant_changed__no_longer AS n
                  WHERE n.entry = changed.entry AND n.value = 'expertise')
  ), held AS (
    SELECT entry AS from_entry, participant, provenance,
           lead(entry) OVER (PARTITION BY participant ORDER BY entry) AS until_entry
    FROM told
  ), expertise AS (
    SELECT entry, value FROM participant_joined__expertise
    UNION ALL
    SELECT entry, value FROM participant_changed__expertise
  )
  SELECT held.participant, expertise.value AS expertise, held.from_entry, held.until_entry,
         held.provenance
  FROM held LEFT JOIN expertise ON expertise.entry = held.from_entry;
