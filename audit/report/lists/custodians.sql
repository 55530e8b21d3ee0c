-- Custodians
-- Who kept this ledger, its groups and works, and who keeps them now. A promise that had not ended
-- and was not named is left behind.
SELECT changed.entry,
       (SELECT group_concat(value, ', ')
        FROM (SELECT 'this ledger' AS value WHERE changed.this_ledger = 'yes'
              UNION ALL
              SELECT value FROM custodian_changed__of AS hand WHERE hand.entry = changed.entry))
         AS "What:record",
       'organisation:' || changed.from_organisation AS "From:who",
       CASE changed."to" WHEN 'nobody' THEN 'nobody: frozen'
                         WHEN 'organisation' THEN 'organisation:' || changed.to_organisation END
         AS "To:who",
       changed.still_readable_at AS "Still readable at",
       coalesce((SELECT group_concat(value, ', ') FROM custodian_changed__open_promises AS p
                 WHERE p.entry = changed.entry), 'none') AS "Promises that go along",
       coalesce((SELECT group_concat(promise.id, ', ') FROM promise_made AS promise
                 WHERE promise.entry < changed.entry
                   AND (changed.this_ledger = 'yes'
                        OR EXISTS (SELECT 1 FROM custodian_changed__of AS hand
                                   JOIN promise_made__to AS who ON who.entry = promise.entry
                                   WHERE hand.entry = changed.entry
                                     AND hand.value_register = who.register
                                     AND hand.value_id = who.id))
                   AND NOT EXISTS (SELECT 1 FROM promise_updated AS ended
                                   WHERE ended.promise = promise.id
                                     AND ended.entry < changed.entry
                                     AND ended.state IN ('kept', 'broken', 'withdrawn', 'lapsed',
                                                         'carriedOver', 'conditionNotMet'))
                   AND promise.id NOT IN (SELECT value
                                          FROM custodian_changed__open_promises AS p
                                          WHERE p.entry = changed.entry)), 'none')
         AS "Promises left behind",
       changed.why AS "Why", changed.occurred_at AS "When"
FROM custodian_changed AS changed
WHERE :initiative IS NULL OR changed.initiative = :initiative
ORDER BY changed.entry
