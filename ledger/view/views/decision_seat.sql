-- Each decision that was not administrative, with how many positions counted on it and how many of
-- those were held by people with lived experience: as they said they spoke, else as they were then.
-- A decision of no recorded kind is here, too: `decision_kind` is null. Positions that were only
-- worked out are in neither count.
CREATE VIEW decision_seat AS
  WITH made AS (
    SELECT decision.entry, decision.id AS decision, decision.provenance,
           coalesce(decision.decision_kind, matter.matter_kind) AS decision_kind,
           coalesce(decision.stage, matter.stage, meeting.stage) AS stage,
           coalesce(decision.initiative, matter.initiative, meeting.initiative) AS initiative,
           matter."group" AS group_id
    FROM decision_made AS decision
    LEFT JOIN matter_raised AS matter ON matter.id = decision.matter
    LEFT JOIN meeting_scheduled AS meeting ON meeting.id = decision.meeting
  ), held AS (
    SELECT position.decision, position.entry,
           CASE WHEN position.as_expertise IS NOT NULL
                THEN position.as_expertise = 'livedExperience'
                ELSE EXISTS (SELECT 1 FROM lived_held AS lived
                             WHERE lived.participant = position.participant
                               AND lived.from_entry < position.entry
                               AND (lived.until_entry IS NULL
                                    OR lived.until_entry > position.entry)) END AS is_lived
    FROM position_current AS position
    WHERE position.counted AND position.provenance IS NOT 'inferred'
  ), counted AS (
    SELECT decision, count(*) AS positions, sum(is_lived) AS lived_positions,
           group_concat(entry) AS position_entries
    FROM held GROUP BY decision
  )
  SELECT made.*, coalesce(counted.positions, 0) AS positions,
         coalesce(counted.lived_positions, 0) AS lived_positions, counted.position_entries
  FROM made LEFT JOIN counted ON counted.decision = made.decision
  WHERE made.decision_kind IS NOT 'administrative';
