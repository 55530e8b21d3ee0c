-- Looking for words in the public text of all entries.

-- :found
-- The best match first; what is found stands between angle quotes.
SELECT entry.entry, entry.kind, entry.register, entry.id, entry.occurred_at, entry.provenance,
       replace(snippet(entry_text, 0, '»', '«', '...', 24), char(10), ' / ')
         || coalesce((SELECT ' (put in other words since: entry ' || said.revised_entry || ')'
                      FROM input_statement AS said
                      WHERE said.entry = entry.entry AND said.revised_entry IS NOT NULL), '')
         AS words
FROM entry_text JOIN entry ON entry.entry = entry_text.rowid
-- What somebody took back is not found any more; what they put in other words says so.
WHERE entry_text MATCH :words
  AND NOT EXISTS (SELECT 1 FROM input_statement AS said
                  WHERE said.entry = entry.entry AND said.taken_back)
  AND NOT (entry.kind = 'inputRevised'
           AND EXISTS (SELECT 1 FROM input_revised AS revised JOIN input_statement AS said
                         ON said.register = 'input' AND said.id = revised.input
                       WHERE revised.entry = entry.entry AND said.taken_back))
  AND (:initiative IS NULL OR entry.initiative = :initiative)
ORDER BY entry_text.rank, entry.entry
LIMIT 200
