-- Everybody who ever took part with lived experience, and the entry that says so first.
CREATE VIEW lived_expert AS
  WITH told AS (
    SELECT joined.id AS participant, joined.entry
    FROM participant_joined AS joined JOIN participant_joined__expertise AS held USING (entry)
    WHERE held.value = 'livedExperience'
    UNION ALL
    SELECT changed.participant, changed.entry
    FROM participant_changed AS changed JOIN participant_changed__expertise AS held USING (entry)
    WHERE held.value = 'livedExperience'
  )
  SELECT participant, min(entry) AS entry FROM told GROUP BY participant;
