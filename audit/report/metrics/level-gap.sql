-- Level declared, and level shown
-- Whether what was called co-production is borne out by the record, stage by stage.
-- Says: {in} of {all} declared levels of participation are borne out by the record.
-- Nothing: No level of participation was declared on record.
-- Partner: decision-share; a level can be declared so low that anything bears it out.
WITH said AS (
  SELECT declared."of", declared.entry, declared.provenance,
         instr('informed...consulted..involved...coDesigned.coProduced.led........', declared.level)
           / 11 + 1 AS level_number
  FROM level_declared AS declared
  WHERE declared.entry = (SELECT max(l.entry) FROM level_declared AS l
                          WHERE l."of" = declared."of")
    AND declared.level IS NOT NULL
)
SELECT NULL AS part, said.entry, coalesce(shown.entries, shown.unmet_entries) AS also,
       said.provenance,
       CASE WHEN said.provenance = 'inferred' THEN 'unknown'
            WHEN shown.level_number >= said.level_number THEN 'in'
            WHEN EXISTS (SELECT 1 FROM stage_evidence_test AS test
                         WHERE test."of" = said."of" AND test.level_number >= said.level_number
                           AND test.state IN ('unknown', 'inferred')) THEN 'unknown'
            ELSE 'out' END AS state,
       NULL AS number
FROM said LEFT JOIN stage_evidence_level AS shown ON shown."of" = said."of"
WHERE :initiative IS NULL OR shown.initiative = :initiative
ORDER BY said.entry
