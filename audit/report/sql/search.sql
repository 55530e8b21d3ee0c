-- Looking for words in the public text of all entries.

-- :found
-- The best match first; what is found stands between angle quotes.
SELECT entry.entry, entry.kind, entry.register, entry.id, entry.occurred_at, entry.provenance,
       replace(snippet(entry_text, 0, '»', '«', '...', 24), char(10), ' / ') AS words
FROM entry_text JOIN entry ON entry.entry = entry_text.rowid
WHERE entry_text MATCH :words AND (:initiative IS NULL OR entry.initiative = :initiative)
ORDER BY entry_text.rank, entry.entry
LIMIT 200
