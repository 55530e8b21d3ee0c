-- Rules of the room
-- What people agreed for a meeting, and until when nobody says who is what. What is shown of that
-- meeting keeps to it.
SELECT adopted.entry, adopted.id || '@' || adopted.version AS "Rule",
       coalesce(adopted.text, adopted.title) AS "What",
       (SELECT group_concat(value, ', ') FROM agreement_adopted__for AS f
        WHERE f.entry = adopted.entry) AS "For:record",
       adopted."by" AS "Agreed by:who",
       coalesce(adopted.roles_unsaid_until, 'no such rule') AS "Roles unsaid until",
       CASE WHEN adopted.roles_unsaid_until IS NULL THEN 'said from the start'
            WHEN adopted.roles_unsaid_until_last <= :now THEN 'may be said now'
            ELSE 'not said yet' END AS "Now"
FROM agreement_adopted AS adopted
WHERE (adopted.agreement_kind = 'ruleOfTheRoom' OR adopted.roles_unsaid_until IS NOT NULL)
  AND (:initiative IS NULL OR adopted.initiative = :initiative)
ORDER BY adopted.entry
