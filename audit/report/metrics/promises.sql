-- Promises kept
-- How reliable a promise is, of all that were made; those that hold for good are not in here.
-- Says: {in} of {all} promises are on record as kept.
-- Nothing: No promise is on record.
-- Partner: agenda-origin; whoever promises little keeps all of it: see how many promises were made,
--   and about what.
SELECT NULL AS part, promise.entry, promise.state_entry AS also,
       coalesce(promise.state_provenance, promise.provenance) AS provenance,
       CASE WHEN promise.state_provenance = 'inferred' THEN 'unknown'
            WHEN promise.state = 'kept' THEN 'in'
            WHEN promise.is_open THEN 'unknown' ELSE 'out' END AS state,
       NULL AS number
FROM promise_state AS promise
WHERE promise.standing IS NOT 'yes' AND promise.state IS NOT 'conditionNotMet'
  AND (:initiative IS NULL OR promise.initiative = :initiative)
ORDER BY promise.entry
