-- Answers to people outside
-- Whether those who spoke from outside the room, or through somebody else, were answered.
-- Says: {in} of {all} inputs from people outside have an answer.
-- Nothing: No input from anybody outside is on record.
-- Partner: loop; those outside are easily forgotten when those inside are all answered.
SELECT NULL AS part, said.entry, status.responses_entries AS also, said.provenance,
       CASE status.responded WHEN 'stated' THEN 'in' WHEN 'unresolved' THEN 'in'
                             WHEN 'inferred' THEN 'unknown' ELSE 'out' END AS state,
       NULL AS number
FROM input_received AS said
JOIN (SELECT register, input,
             CASE min(CASE responded WHEN 'stated' THEN 1 WHEN 'unresolved' THEN 2
                                     WHEN 'inferred' THEN 3 ELSE 4 END)
               WHEN 1 THEN 'stated' WHEN 2 THEN 'unresolved' WHEN 3 THEN 'inferred'
               ELSE 'none' END AS responded,
             group_concat(response_entry) AS responses_entries
      FROM input_loop GROUP BY register, input) AS status
  ON status.register = 'input' AND status.input = said.id
WHERE said.participant IS NULL AND said.asks_for_something IS NOT 'no'
  AND (said.via IS NOT NULL
       OR EXISTS (SELECT 1 FROM input_received__from AS giver
                  WHERE giver.entry = said.entry AND giver.description IS NOT NULL)
       OR EXISTS (SELECT 1 FROM input_received__from AS giver
                  JOIN participant_current AS person ON person.participant = giver.id
                  WHERE giver.entry = said.entry AND giver.register = 'participant'
                    AND person.outside_formal_group = 'yes'))
  AND (:initiative IS NULL OR said.initiative = :initiative)
ORDER BY said.entry
