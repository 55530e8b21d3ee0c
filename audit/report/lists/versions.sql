-- Versions
-- Every version of every work, who drafted it and what is different. Whom it is for, what it is
-- made from, and how many changes and sign-offs are on record for it.
SELECT version.entry, version.work_version AS "Version", version.title AS "Title",
       version.standing AS "Standing:word", version.made_for AS "For:word",
       version.drafted_by AS "Drafted by:who", version.from_versions AS "Made from",
       version.what_changed AS "What is different", version.changes AS "Changes on record",
       version.individual_sign_offs AS "Answers of people asked to sign",
       version.collective_sign_offs AS "Told to be signed by a group",
       coalesce(published.occurred_at, iif(published.entry IS NULL, 'not published', NULL))
         AS "Published"
FROM work_versions AS version
LEFT JOIN work_published AS published ON published.entry = version.published_entry
JOIN entry ON entry.entry = version.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY version.work, version.entry
