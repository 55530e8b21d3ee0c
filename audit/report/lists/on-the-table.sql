-- On the table when people joined
-- What was on the table when the first member of each group joined. Questions, limits, decisions
-- and drafts that others had made by then, in the order of the record.
WITH joined AS (
  SELECT member.group_id, min(member.from_entry) AS entry
  FROM group_membership AS member GROUP BY member.group_id
)
SELECT formed.entry, formed.id || coalesce(': ' || formed.title, '') AS "Group",
       iif(joined.entry IS NULL, 'nobody yet',
           coalesce(first."from", first.occurred_at, 'the day is not recorded')) AS "First joined",
       coalesce((SELECT iif(count(*) > 12, count(*) || ' of them', group_concat(matter.id, ', '))
                 FROM matter_raised AS matter
                 WHERE matter.entry < coalesce(joined.entry, 9e18)), 'none') AS "Questions raised",
       coalesce((SELECT iif(count(*) > 12, count(*) || ' of them', group_concat(one.id, ', '))
                 FROM limits_declared__limits_declared AS one
                 WHERE one.entry < coalesce(joined.entry, 9e18)), 'none') AS "Limits set",
       coalesce((SELECT iif(count(*) > 12, count(*) || ' of them', group_concat(made.id, ', '))
                 FROM decision_made AS made
                 WHERE made.entry < coalesce(joined.entry, 9e18)), 'none') AS "Decisions made",
       coalesce((SELECT iif(count(*) > 12, count(*) || ' of them',
                             group_concat(draft.work || '@' || draft.version, ', '))
                 FROM version_made AS draft
                 WHERE draft.entry < coalesce(joined.entry, 9e18)), 'none') AS "Drafts written"
FROM group_formed AS formed LEFT JOIN joined ON joined.group_id = formed.id
LEFT JOIN role_assigned AS first ON first.entry = joined.entry
WHERE :initiative IS NULL OR formed.initiative = :initiative OR formed.about = :initiative
ORDER BY coalesce(joined.entry, 9e18), formed.entry
