-- Links
-- Other ledgers and outside works that this record belongs to or draws on. Each as it stood: by
-- the hash of its checkpoint, or of the document.
SELECT link.entry, link.other_origin AS "Other ledger", link.relation AS "It is:word",
       (SELECT group_concat(value, ', ') FROM ledger_linked__about AS a
        WHERE a.entry = link.entry) AS "About:record",
       link.checkpoint AS "As it stood", link.why AS "In words"
FROM ledger_linked AS link
WHERE :initiative IS NULL OR link.initiative = :initiative
UNION ALL
SELECT version.entry, outside.ledger, 'source of a version',
       'workVersion:' || version.work || '@' || version.version, outside.document,
       coalesce(outside.work || ': ' || outside.title, outside.work, outside.title)
FROM version_made__from_outside AS outside JOIN version_made AS version USING (entry)
WHERE :initiative IS NULL OR version.initiative = :initiative
