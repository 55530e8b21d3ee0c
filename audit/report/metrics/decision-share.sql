-- Share in decisions
-- In how many decisions people with lived experience are on record as having had a say.
-- Says: {in} of {all} decisions that were not administrative have somebody with lived experience on
--   record among those who decided or took a position that counts.
-- Nothing: No decision is on record, other than administrative ones.
-- Partner: pivotality; to sit among those who decide is not yet to make a difference.
WITH party AS (
  SELECT party.entry,
         max(party.expertise LIKE '%livedExperience%' OR lived.participant IS NOT NULL) AS lived,
         max(party.register = 'participant' OR party.expertise IS NOT NULL) AS told,
         max(party.register IN ('group', 'organisation') OR party.words IS NOT NULL
             OR party.description IS NOT NULL) AS untold
  FROM decision_party AS party
  LEFT JOIN lived_held AS lived
    ON party.register = 'participant' AND lived.participant = party.id
   AND lived.from_entry < party.entry
   AND (lived.until_entry IS NULL OR lived.until_entry > party.entry)
  WHERE party.part IS NOT 'proposed'
  GROUP BY party.entry
)
SELECT NULL AS part, seat.entry, seat.position_entries AS also, seat.provenance,
       CASE WHEN seat.provenance = 'inferred' THEN 'unknown'
            WHEN seat.lived_positions > 0 OR party.lived THEN 'in'
            WHEN seat.positions > 0 AND party.untold IS NOT 1 OR party.told AND NOT party.untold
            THEN 'out' ELSE 'unknown' END AS state,
       NULL AS number
FROM decision_seat AS seat LEFT JOIN party ON party.entry = seat.entry
WHERE :initiative IS NULL OR seat.initiative = :initiative
ORDER BY seat.entry
