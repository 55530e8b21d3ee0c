-- From said to settled
-- How far each thing that asked for something has come: a step counts only when the record holds
--   it.
-- Says: {in} of {all} inputs that ask for something have an answer.
-- Nothing: No input that asks for something is on record.
-- Stands for all: Answered
-- Partner: outside-loop; a loop can look closed because it was counted only for those in the room.
WITH asked AS MATERIALIZED (
  SELECT said.register, said.id, said.entry, said.provenance
  FROM input_asking AS said WHERE :initiative IS NULL OR said.initiative = :initiative
), told AS (
  SELECT asked.register, asked.id, message.entry, message.what, message.provenance,
         nullif(message.arrived, 'unknown') IS NOT NULL
           OR EXISTS (SELECT 1 FROM delivery_reported AS report
                      WHERE report.message = message.id
                        AND nullif(report.arrived, 'unknown') IS NOT NULL) AS arrived
  FROM asked
  JOIN (SELECT register, id, register || ':' || id AS about FROM asked
        UNION
        SELECT answer.register, answer.id, 'response:' || response.id
        FROM input_answer AS answer JOIN response_given AS response USING (entry)) AS thing
    ON thing.register = asked.register AND thing.id = asked.id
  JOIN message_sent__about AS about ON about.value = thing.about
  JOIN message_sent AS message ON message.entry = about.entry
), news AS MATERIALIZED (
  SELECT register, id, max(iif(what <> 'acknowledgement', arrived, NULL)) AS arrived,
         max(iif(what <> 'acknowledgement', entry, NULL)) AS told_entry,
         max(iif(what = 'acknowledgement', entry, NULL)) AS acknowledged_entry
  FROM told GROUP BY register, id
), answered AS MATERIALIZED (
  SELECT loop.register, loop.input AS id,
         max(loop.responded IN ('stated', 'unresolved')) AS is_stated,
         max(loop.responded = 'inferred') AS is_inferred,
         max(loop.verdict = 'fair') AS is_fair, max(loop.verdict IS NOT NULL) AS is_judged,
         group_concat(loop.response_entry) AS entries, group_concat(loop.verdict_entry) AS verdicts,
         coalesce(min(iif(loop.responded = 'inferred', NULL, loop.response_provenance)),
                  min(loop.response_provenance)) AS provenance
  FROM input_loop AS loop WHERE loop.response_entry IS NOT NULL
  GROUP BY loop.register, loop.input
  UNION ALL
  SELECT 'concern', reply.concern, 1, 0, 0, 0, group_concat(reply.entry), NULL, reply.provenance
  FROM concern_reply AS reply
  WHERE reply.provenance IS NOT 'inferred'
    AND reply.concern NOT IN (SELECT value FROM response_given__concerns)
  GROUP BY reply.concern
), step AS (
  SELECT asked.*, answered.is_stated, answered.is_inferred, answered.is_fair, answered.is_judged,
         answered.entries, answered.verdicts, answered.provenance AS answer_provenance,
         news.arrived, news.told_entry, news.acknowledged_entry
  FROM asked
  LEFT JOIN answered ON answered.register = asked.register AND answered.id = asked.id
  LEFT JOIN news ON news.register = asked.register AND news.id = asked.id
)
SELECT 1 AS place, 'Received' AS part, entry, NULL AS also, provenance, 'in' AS state,
       NULL AS number
FROM step
UNION ALL
SELECT 2, 'Acknowledged, or answered at once', entry,
       coalesce(acknowledged_entry, entries), provenance,
       CASE WHEN acknowledged_entry IS NOT NULL OR is_stated THEN 'in'
            WHEN is_inferred THEN 'unknown' ELSE 'out' END, NULL
FROM step
UNION ALL
SELECT 3, 'Answered', entry, entries, coalesce(answer_provenance, provenance),
       CASE WHEN is_stated THEN 'in' WHEN is_inferred THEN 'unknown' ELSE 'out' END, NULL
FROM step
UNION ALL
SELECT 4, 'The answer reached whoever said it', entry, told_entry, provenance,
       CASE WHEN arrived THEN 'in' WHEN told_entry IS NOT NULL THEN 'unknown' ELSE 'out' END, NULL
FROM step
UNION ALL
SELECT 5, 'Whoever said it found the answer fair', entry, verdicts, provenance,
       CASE WHEN is_fair THEN 'in' WHEN is_judged THEN 'out'
            WHEN is_stated OR is_inferred THEN 'unknown' ELSE 'out' END, NULL
FROM step
ORDER BY place, entry
