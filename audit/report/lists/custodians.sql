-- Custodians
-- Who kept this ledger, its groups and works, who keeps them now, and which promises went along.
SELECT changed.entry,
       coalesce((SELECT group_concat(value, ', ') FROM custodian_changed__of AS hand
                 WHERE hand.entry = changed.entry),
                iif(changed.this_ledger = 'yes', 'this ledger', NULL)) AS "What:record",
       'organisation:' || changed.from_organisation AS "From:who",
       CASE changed."to" WHEN 'nobody' THEN 'nobody: frozen'
                         WHEN 'organisation' THEN 'organisation:' || changed.to_organisation END
         AS "To:who",
       changed.still_readable_at AS "Still readable at",
       (SELECT group_concat(value, ', ') FROM custodian_changed__open_promises AS p
        WHERE p.entry = changed.entry) AS "Promises that go along",
       (SELECT count(*) FROM promise_state AS promise
        WHERE promise.entry < changed.entry AND promise.is_open
          AND promise.promise NOT IN (SELECT value FROM custodian_changed__open_promises AS p
                                      WHERE p.entry = changed.entry))
         AS "Promises left behind",
       changed.why AS "Why", changed.occurred_at AS "When"
FROM custodian_changed AS changed
WHERE :initiative IS NULL OR changed.initiative = :initiative
ORDER BY changed.entry
