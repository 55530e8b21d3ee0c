-- What a read model holds, so that two of them can be compared row for row, by name.

-- :tables
-- `_about` says how far each has come, not what was recorded; how the text index is packed differs
-- with the order in which it grew: what it finds is asked by :searched. What views say may be kept
-- in one of them and not in the other.
SELECT name, sql FROM main.sqlite_schema
WHERE type = 'table' AND rootpage > 0 AND substr(name, 1, 7) <> 'sqlite_'
  AND name NOT IN ('_about', '_kept', 'entry_text_data', 'entry_text_idx')
  AND substr(name, 1, 5) <> 'kept_'
ORDER BY name

-- :schema
-- What there is to be read: a view that was changed shows other things than the log says.
SELECT name, type, tbl_name, sql FROM main.sqlite_schema
WHERE substr(name, 1, 7) <> 'sqlite_' AND substr(tbl_name, 1, 5) <> 'kept_'
ORDER BY 1, 2, 3, 4

-- :open_searched
CREATE VIRTUAL TABLE temp.searched USING fts5vocab('main', 'entry_text', 'instance')

-- :searched
-- Within a word they come in order, too; asking for it would sort every word that was ever said.
SELECT term, doc AS entry, col, "offset" FROM temp.searched ORDER BY term
