-- Answers found fair
-- What whoever said it thinks of the answer; nobody else can say so for them.
-- Says: {in} of {all} answers were found fair by whoever they answer.
-- Nothing: No answer that somebody stated is on record.
-- Interval: yes
-- Partner: response-time; answers that are never sent, or that nobody is asked about, are never
--   found unfair: see how many verdicts are unknown.
SELECT NULL AS part, loop.response_entry AS entry,
       loop.entry || coalesce(',' || loop.verdict_entry, '') AS also,
       loop.response_provenance AS provenance,
       CASE loop.verdict WHEN 'fair' THEN 'in' WHEN 'partly' THEN 'out' WHEN 'notFair' THEN 'out'
                         ELSE 'unknown' END AS state,
       NULL AS number
FROM input_loop AS loop
WHERE loop.responded IN ('stated', 'unresolved')
  AND (:initiative IS NULL OR loop.initiative = :initiative)
ORDER BY loop.response_entry, loop.entry
