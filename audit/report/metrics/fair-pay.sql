-- Time that was paid
-- Whether the time that people gave was paid, by what they logged; sums are private and not in
--   here.
-- Says: {in} of {all} pieces of time logged by people whom the initiative pays have a payment on
--   record.
-- Nothing: No time is logged. Whether people were paid is not recorded.
-- Partner: wage-floor; time can be paid, and paid too little.
WITH paid AS (
  SELECT cover.of_register, cover.of_id, min(cover.entry) AS entry
  FROM payment_made__covers AS cover JOIN payment_made AS payment ON payment.entry = cover.entry
  WHERE payment.provenance IS NOT 'inferred'
  GROUP BY cover.of_register, cover.of_id
), claimed AS (
  SELECT piece.value AS time, min(paid.entry) AS entry
  FROM claim_made__what_times AS piece JOIN claim_made AS claim ON claim.entry = piece.entry
  JOIN paid ON paid.of_register = 'claim' AND paid.of_id = claim.id
  GROUP BY piece.value
)
SELECT NULL AS part, logged.entry, coalesce(paid.entry, claimed.entry) AS also, logged.provenance,
       CASE WHEN paid.entry IS NOT NULL OR claimed.entry IS NOT NULL THEN 'in'
            WHEN person.paid_by IS NULL THEN 'unknown' ELSE 'out' END AS state,
       NULL AS number
FROM time_logged AS logged
LEFT JOIN participant_current AS person ON person.participant = logged.participant
LEFT JOIN paid ON paid.of_register = 'time' AND paid.of_id = logged.id
LEFT JOIN claimed ON claimed.time = logged.id
WHERE person.paid_by IS NOT 'employer'
  AND (:initiative IS NULL OR logged.initiative = :initiative)
ORDER BY logged.entry
