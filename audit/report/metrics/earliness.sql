-- How early people are heard
-- Whether people are heard while the options are still open.
-- Says: {in} of {all} inputs that ask for something came before the options were fixed.
-- Nothing: No input that asks for something is on record.
-- Partner: agenda-origin; being heard early about what somebody else put on the table is only half
--   of it.
WITH heard AS (
  SELECT entry, max(is_before) AS is_before, group_concat(DISTINCT fixed_entry) AS fixed_entries
  FROM stage_heard WHERE "of" LIKE 'initiative:%' GROUP BY entry
)
SELECT NULL AS part, said.entry, heard.fixed_entries AS also, said.provenance,
       CASE heard.is_before WHEN 1 THEN 'in' WHEN 0 THEN 'out' ELSE 'unknown' END AS state,
       NULL AS number
FROM input_statement AS said LEFT JOIN heard ON heard.entry = said.entry
WHERE said.register = 'input' AND said.asks_for_something = 'yes'
  AND (:initiative IS NULL OR said.initiative = :initiative)
ORDER BY said.entry
