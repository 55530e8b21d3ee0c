-- Matters
-- Questions without a decision: never taken up, put off, dropped or unresolved. Each keeps its last
-- word, its owner and the inputs that it leaves open.
SELECT matter.entry, matter.matter AS "Matter", matter.question AS "Question",
       matter.raised_by AS "Raised by:who", raised.occurred_at AS "Raised",
       matter.group_id AS "To be decided by", matter.state AS "State:word",
       left_open.occurred_at AS "Since", matter.why AS "Why", matter.owner AS "Looked after by:who",
       matter.deferred_until AS "Put off until", matter.inputs_left_open AS "Inputs left open"
FROM matter_open AS matter
JOIN entry AS raised ON raised.entry = matter.entry
LEFT JOIN entry AS left_open ON left_open.entry = matter.left_entry
WHERE :initiative IS NULL OR matter.initiative = :initiative
ORDER BY matter.state IN ('dropped', 'mistaken'), matter.entry
