-- Conclusions
-- Findings, themes and parts of a model, and what each rests on. Which versions it stands in and
-- what took its place; one that rests on nothing on record says so and stands first.
SELECT drawn.entry, drawn.conclusion AS "Conclusion", drawn.conclusion_kind AS "Kind:word",
       drawn.text AS "What", drawn."by" AS "Drawn by:who",
       coalesce(replace(drawn.rests_on, ':', ' '), 'nothing on record') AS "Rests on",
       drawn.mentions AS "Mentions", drawn.part_of AS "Part of",
       coalesce(drawn.versions,
                (SELECT group_concat(version.work || '@' || version.version, ', ')
                 FROM version_made__from_conclusions AS used JOIN version_made AS version
                   ON version.entry = used.entry
                 WHERE used.value = drawn.conclusion), 'no version names it') AS "Stands in",
       coalesce(drawn.replaced_by, 'stands') AS "Replaced by"
FROM conclusion_model AS drawn
WHERE :initiative IS NULL OR drawn.initiative = :initiative
ORDER BY drawn.rests_on IS NOT NULL, drawn.entry
