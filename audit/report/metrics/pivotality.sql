-- Whether it made a difference
-- In how many decisions the positions of people with lived experience made the difference: without
--   them, those of the others would not have carried what was decided.
-- Says: In {in} of {all} decisions with positions on record, those of people with lived experience
--   made the difference.
-- Nothing: No decision has positions on record that count.
-- Partner: dissent; where nobody disagrees, nobody's position makes a difference.
WITH held AS (
  SELECT position.decision, position.entry,
         CASE WHEN position.as_expertise IS NOT NULL THEN position.as_expertise = 'livedExperience'
              ELSE EXISTS (SELECT 1 FROM lived_held AS lived
                           WHERE lived.participant = position.participant
                             AND lived.from_entry < position.entry
                             AND (lived.until_entry IS NULL
                                  OR lived.until_entry > position.entry)) END AS is_lived,
         CASE WHEN position."option" IS NULL OR position."option" IS made."option"
              THEN CASE position.stance WHEN 'inFavour' THEN 1 WHEN 'against' THEN -1 ELSE 0 END
              WHEN made."option" IS NOT NULL AND position.stance = 'inFavour' THEN -1
              ELSE 0 END AS side
  FROM position_current AS position JOIN decision_made AS made ON made.id = position.decision
  WHERE position.counted AND position.provenance IS NOT 'inferred'
), sums AS (
  SELECT decision, sum(iif(is_lived, 0, side)) AS others, sum(side) AS everybody,
         sum(is_lived) AS lived
  FROM held GROUP BY decision
)
SELECT NULL AS part, seat.entry, seat.position_entries AS also, seat.provenance,
       CASE WHEN sums.lived = 0 THEN 'out'
            WHEN sums.everybody <= 0 OR sums.others = 0 AND seat.positions > seat.lived_positions
            THEN 'unknown'
            WHEN sums.others <= 0 THEN 'in' ELSE 'out' END AS state,
       NULL AS number
FROM decision_seat AS seat JOIN sums ON sums.decision = seat.decision
WHERE :initiative IS NULL OR seat.initiative = :initiative
ORDER BY seat.entry
