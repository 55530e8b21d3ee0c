-- Claims
-- Figures and results that were published, and what readers found about them. A claim that nobody
-- has looked at says so.
SELECT claim.entry, claim.statement AS "Statement",
       coalesce(claim.version, claim.report) AS "Stands in", claim.place AS "Where",
       (SELECT group_concat(coalesce(value.label || ': ', '')
                            || coalesce(value.figure || coalesce(' ' || value.unit, ''),
                                        value.money, value.in_words), '; ')
        FROM claim_published__values AS value WHERE value.entry = claim.entry) AS "Value",
       claim.said_of AS "Said of:who",
       replace((SELECT group_concat(about.value, ', ') FROM claim_published__about AS about
                WHERE about.entry = claim.entry), ':', ' ') AS "About",
       coalesce((SELECT group_concat(finding, ', ') FROM (
                   SELECT DISTINCT finding.id AS finding
                   FROM mention JOIN finding_raised AS finding ON finding.entry = mention.entry
                   WHERE mention.register = 'entry' AND mention.id = entry.statement_id
                   UNION
                   SELECT finding.id
                   FROM claim_published__about AS about
                   JOIN mention ON mention.register = about.value_register
                               AND mention.id = about.value_id
                   JOIN finding_raised AS finding ON finding.entry = mention.entry
                   WHERE about.entry = claim.entry)), 'nothing on record')
         AS "Findings about the same"
FROM claim_published AS claim JOIN entry ON entry.entry = claim.entry
WHERE :initiative IS NULL OR claim.initiative = :initiative
ORDER BY claim.entry
