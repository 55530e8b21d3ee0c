-- Analysis
-- Every step from what was said to what was concluded. Who did it, on what, apart from whom, which
-- time through the material, and how much of it was covered.
SELECT step.entry, step.id AS "Step", step.step AS "What:word", step."by" AS "By:who",
       replace((SELECT group_concat(value, ', ') FROM analysis_done__of AS o
                WHERE o.entry = step.entry), ':', ' ') AS "On",
       (SELECT group_concat(value, ', ') FROM analysis_done__follows AS f
        WHERE f.entry = step.entry) AS "Builds on",
       coalesce(step.apart_from, (SELECT group_concat(value, ', ')
                                  FROM analysis_done__apart_from_steps AS a
                                  WHERE a.entry = step.entry)) AS "Kept apart from:who",
       step.pass AS "Time through",
       step.covered || coalesce(' of ' || step.out_of, ', of how many is not recorded')
         AS "Covered",
       coalesce(step.method_agreed, step.method) AS "Method", step.result AS "Result"
FROM analysis_done AS step
WHERE :initiative IS NULL OR step.initiative = :initiative
ORDER BY step.entry
