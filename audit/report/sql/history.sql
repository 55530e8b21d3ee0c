-- Everything that happened to one record, in the order of the log.

-- :entries
-- What names it, what corrects or disputes any of that, and what answers those.
WITH named(entry) AS (
  SELECT entry FROM mention WHERE register = :register AND id = :id
  UNION SELECT entry FROM entry WHERE :register = 'entry' AND entry = CAST(:id AS INTEGER)
),
questioned(entry) AS (
  SELECT entry FROM named
  UNION SELECT correction.entry FROM correction JOIN named ON correction.of_entry = named.entry
  UNION SELECT dispute.entry FROM dispute JOIN named ON dispute.of_entry = named.entry
),
answered(entry) AS (
  SELECT entry FROM questioned
  UNION SELECT answer.entry
        FROM questioned
        JOIN entry AS it ON it.entry = questioned.entry
        JOIN answer_given__to AS answer ON answer.value = 'entry:' || it.statement_id
)
SELECT entry.entry, entry.occurred_at, entry.kind, entry.id, entry.choices, told.words,
       correction.of_entry AS corrects, correction.reason,
       dispute.of_entry AS disputes, disputed.what_is_wrong, disputed.what_is_wrong_state
FROM answered
JOIN entry USING (entry)
JOIN entry_words AS told ON told.entry = entry.entry
LEFT JOIN correction ON correction.entry = entry.entry
LEFT JOIN dispute ON dispute.entry = entry.entry
LEFT JOIN entry_disputed AS disputed ON disputed.entry = entry.entry
ORDER BY entry.entry

-- :changes
-- What a correction changed; `was` of the first one is the original.
SELECT field, manner, was, became FROM correction_value
WHERE entry = :entry AND field IS NOT NULL
ORDER BY rowid
