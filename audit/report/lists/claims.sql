-- Claims
-- Figures and results that were published, each with what it is stated about and what readers found
-- when they looked. A claim that nobody has looked at says so.
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
                   SELECT DISTINCT finding.finding
                   FROM finding_raised__about AS noticed
                   JOIN finding_list AS finding ON finding.entry = noticed.entry
                   WHERE noticed.value = 'entry:' || entry.statement_id
                      OR noticed.value IN (SELECT value FROM claim_published__about AS about
                                           WHERE about.entry = claim.entry)
                   ORDER BY finding.entry)), 'nothing on record')
         AS "Findings about the same"
FROM claim_published AS claim JOIN entry ON entry.entry = claim.entry
WHERE :initiative IS NULL OR claim.initiative = :initiative
ORDER BY claim.entry
