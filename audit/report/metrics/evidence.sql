-- How well the record knows
-- How much of the record was seen, told or taken from a source, and how much somebody worked out.
-- Says: {in} of {all} entries were seen, told by somebody who was there, or taken from a file or
--   paper.
-- Nothing: Nothing is on record.
-- Opens: the rest
-- Partner: lateness; a record can be written down by a witness who had long forgotten.
SELECT CASE kind WHEN 'decisionMade' THEN 'Decisions' WHEN 'inputReceived' THEN 'Inputs'
                 WHEN 'responseGiven' THEN 'Answers' WHEN 'changeMade' THEN 'Changes'
                 ELSE 'All else' END AS part,
       entry, NULL AS also, provenance,
       CASE WHEN provenance = 'inferred' THEN 'out' WHEN provenance IS NULL THEN 'unknown'
            ELSE 'in' END AS state,
       NULL AS number
FROM entry
WHERE author IS NOT NULL AND (:initiative IS NULL OR initiative = :initiative)
ORDER BY coalesce(nullif(instr('decisionMade inputReceived responseGiven changeMade', kind), 0),
                  99), entry
