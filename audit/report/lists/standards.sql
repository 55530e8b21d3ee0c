-- Standards
-- Every clause of every standard: whose it is and who signed it. Which decision adopted it, whether
-- it was changed since, and how often somebody judged that it was not kept.
SELECT coalesce(clause.entry, standard.entry) AS entry,
       standard.id || '@' || standard.version AS "Standard", standard.title AS "Title",
       standard.owned_by AS "Owned by:who", standard.decision AS "Decision",
       coalesce(standard."from", standard.occurred_at) AS "Since",
       coalesce((SELECT group_concat(coalesce(organisation, "group", participant)
                                     || iif(answer = 'objected', ' (objected)', ''), ', ')
                 FROM agreement_signed AS s
                 WHERE s.standard = standard.id || '@' || standard.version), 'nobody on record')
         AS "Signed by",
       clause.id AS "Clause", clause.obligation AS "Must, should or may:word",
       clause.text AS "Says",
       (SELECT count(*) FROM standard_changed AS c WHERE c.clause = clause.id) AS "Changed since",
       (SELECT count(*) FROM clause_assessed AS a
        WHERE a.clause = clause.id AND a.verdict IN ('fail', 'weak')) AS "Judged not kept"
FROM standard_adopted AS standard
LEFT JOIN clause_adopted AS clause ON clause.standard = standard.id || '@' || standard.version
WHERE :initiative IS NULL OR standard.initiative IS NULL OR standard.initiative = :initiative
ORDER BY standard.entry, clause.entry
