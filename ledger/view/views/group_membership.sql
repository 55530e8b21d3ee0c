-- Who was in which group, from which entry up to, not with, which (null: still). A role in a group
-- makes a member of it, unless it is only planned, was declined or never asked about.
CREATE VIEW group_membership AS
  WITH began AS (
    SELECT within_id AS group_id, id AS participant, min(entry) AS from_entry,
           group_concat(DISTINCT role) AS roles,
           min(provenance = 'inferred') AS inferred,
           max(ended_entry IS NULL) AS still, max(ended_entry) AS ended_entry
    FROM role_holding
    WHERE within_register = 'group' AND register = 'participant' AND standing IS NOT 'planned'
      AND (reply IS NULL OR reply = 'takenOn')
    GROUP BY within_id, id
  )
  SELECT group_id, participant, roles, from_entry,
         coalesce(
           (SELECT min(gone.entry) FROM participant_left AS gone
            WHERE gone.participant = began.participant AND gone.entry > began.from_entry
              AND (gone.leaving = 'ledger' OR gone.about = 'group:' || began.group_id)),
           CASE WHEN NOT still THEN ended_entry END) AS until_entry,
         CASE WHEN inferred THEN 'inferred' END AS provenance
  FROM began;
