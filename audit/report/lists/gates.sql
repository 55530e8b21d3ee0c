-- Gates
-- Conditions that were set beforehand: if this, then that. A gate that nobody has looked at since
-- stands first, and is not taken to be passed.
SELECT gate.entry, gate.promise AS "Gate", gate.gate_of AS "Stage", gate.condition AS "If",
       gate.what AS "Then", gate."by" AS "Set by:who",
       CASE gate.state WHEN 'open' THEN 'never looked at' WHEN 'goingOn' THEN 'still to be tested'
                       ELSE gate.state END AS "State:word",
       looked.occurred_at AS "Looked at", looked."by" AS "By:who", gate.state_reason AS "Why",
       replace(gate.evidence, ':', ' ') AS "Rests on",
       coalesce((SELECT group_concat(stage, ', ')
                 FROM (SELECT opened.id AS stage FROM stage_opened__gates_passed AS passed
                       JOIN stage_opened AS opened USING (entry) WHERE passed.value = gate.promise
                       UNION SELECT closed.about FROM stage_closed__gates_passed AS passed
                       JOIN stage_closed AS closed USING (entry)
                       WHERE passed.value = gate.promise)), 'none') AS "Stages that passed by it"
FROM promise_state AS gate
LEFT JOIN promise_updated AS looked ON looked.entry = gate.state_entry
WHERE (gate.condition IS NOT NULL OR gate.gate_of IS NOT NULL)
  AND (:initiative IS NULL OR gate.initiative = :initiative)
ORDER BY gate.state NOT IN ('open', 'goingOn'), gate.entry
