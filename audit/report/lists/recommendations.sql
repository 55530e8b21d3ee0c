-- Recommendations
-- What people recommended, who owns it, what was answered and what changed. One without an owner,
-- an answer or a change says so, and the oldest such come first.
WITH owned AS (
  SELECT because.value_id AS input, group_concat(state.whose, ', ') AS whose,
         group_concat(state.action || ' (' || state.state || ')', ', ') AS actions
  FROM action_opened__because_of AS because
  JOIN action_state AS state ON state.entry = because.entry
  WHERE because.value_register = 'input' GROUP BY because.value_id
)
SELECT said.entry, said.id AS "Recommendation", coalesce(said.text, 'kept private') AS "What",
       said."from" AS "From:who", said.meeting AS "Meeting", owned.whose AS "Owner:who",
       owned.actions AS "Action:state",
       (SELECT group_concat(response.disposition, ', ')
        FROM response_given__inputs AS answered
        JOIN response_given AS response USING (entry)
        WHERE answered.value = said.id) AS "Answer:word",
       (SELECT group_concat(change.what_changed, '; ')
        FROM change_made__inputs AS because JOIN change_made AS change USING (entry)
        WHERE because.value = said.id) AS "What changed"
FROM input_statement AS said LEFT JOIN owned ON owned.input = said.id
WHERE said.register = 'input' AND said.input_kind = 'recommendation'
  AND (:initiative IS NULL OR said.initiative = :initiative)
ORDER BY owned.input IS NOT NULL, said.entry
