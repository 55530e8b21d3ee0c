-- Experiments
-- What was tried, what became of it, and what was learned: dropped is a result like any other.
SELECT started.entry, started.id AS "Experiment", started.what AS "What is tried",
       started."by" AS "By:who", started."until" AS "Until",
       coalesce(ended.result, iif(ended.entry IS NULL, 'goingOn', NULL)) AS "Result:word",
       ended.learned AS "Learned"
FROM experiment_started AS started
LEFT JOIN experiment_ended AS ended
  ON ended.entry = (SELECT max(e.entry) FROM experiment_ended AS e
                    WHERE e.experiment = started.id)
WHERE :initiative IS NULL OR started.initiative = :initiative
ORDER BY ended.entry IS NOT NULL, started.entry
