-- Matters without a decision: never taken up again after they were raised (`state` open), or left
-- unresolved, put off, dropped or mistaken. The last word counts.
CREATE VIEW matter_open AS
  SELECT matter.entry, matter.id AS matter, matter.initiative, matter.stage, matter.question,
         matter.raised_by, matter."group" AS group_id, matter.provenance,
         coalesce(left_open.result, 'open') AS state, left_open.entry AS left_entry,
         left_open.why, left_open.deferred_until, left_open.owner,
         (SELECT count(*) FROM matter_left_open__inputs AS i
          WHERE i.entry = left_open.entry) AS inputs_left_open
  FROM matter_raised AS matter
  LEFT JOIN matter_left_open AS left_open
    ON left_open.entry = (SELECT max(l.entry) FROM matter_left_open AS l
                          WHERE l.matter = matter.id)
  WHERE NOT EXISTS (SELECT 1 FROM decision_made AS decision
                    WHERE decision.matter = matter.id
                      AND (left_open.entry IS NULL OR decision.entry > left_open.entry));
