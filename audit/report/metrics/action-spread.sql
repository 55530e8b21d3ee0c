-- Who has something to do
-- Whether people with lived experience share in what is done, and not only in what is said.
-- Says: {in} of {all} actions were handed to somebody with lived experience, or offered to them;
--   declining is their right.
-- Nothing: No action is on record.
-- Partner: load; sharing the work is not loading it onto the same few.
WITH whose AS (
  SELECT action.entry, max(lived.participant IS NOT NULL) AS lived,
         max(action.register = 'group' OR action.words IS NOT NULL) AS untold,
         max(action.register IS NOT NULL OR action.description IS NOT NULL) AS told
  FROM action_opened__to AS action
  LEFT JOIN lived_held AS lived
    ON action.register = 'participant' AND lived.participant = action.id
   AND lived.from_entry < action.entry
   AND (lived.until_entry IS NULL OR lived.until_entry > action.entry)
  GROUP BY action.entry
)
SELECT CASE action.stage_of_work WHEN 'plan' THEN 'Planning' WHEN 'deliver' THEN 'Delivering'
                                 WHEN 'evaluate' THEN 'Evaluating'
                                 ELSE 'Which part of the work is not recorded' END AS part,
       action.entry, NULL AS also, action.provenance,
       CASE WHEN action.meeting IN (SELECT meeting FROM expertise_unsaid) THEN 'unknown'
            WHEN whose.lived THEN 'in' WHEN whose.told AND NOT whose.untold THEN 'out'
            ELSE 'unknown' END AS state,
       NULL AS number
FROM action_opened AS action LEFT JOIN whose ON whose.entry = action.entry
WHERE :initiative IS NULL OR action.initiative = :initiative
ORDER BY coalesce(nullif(instr('plan deliver evaluate', action.stage_of_work), 0), 99), action.entry
