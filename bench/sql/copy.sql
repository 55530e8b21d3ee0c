-- The statements by which a read model is copied, by name.

-- :settings
PRAGMA page_size=4096;
PRAGMA locking_mode=EXCLUSIVE;
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
PRAGMA cache_size=-65536;

-- :tables
SELECT name, sql FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'entry\_text\_%' ESCAPE '\'
  AND name NOT LIKE 'kept\_%' ESCAPE '\'
ORDER BY rowid

-- :indexes
SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
  AND tbl_name NOT LIKE 'kept\_%' ESCAPE '\'
ORDER BY rowid

-- :columns
SELECT group_concat('?') AS marks FROM pragma_table_info(?)
