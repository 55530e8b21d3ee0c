-- The statements by which entries are applied, by name.

-- :insert_entry
INSERT INTO entry VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)

-- :known_keys
SELECT public_key, participant FROM key_holder ORDER BY entry

-- :learn_key
INSERT OR REPLACE INTO key_holder VALUES(?,?,?,?)

-- :insert_mention
INSERT INTO mention VALUES(?,?,?,?,?,?)

-- :write_text
INSERT OR REPLACE INTO entry_text(rowid, words) VALUES(?,?)

-- :insert_sealed
INSERT INTO sealed_field VALUES(?1,?2,?3,?4,?5,?1)

-- :insert_dispute
INSERT INTO dispute VALUES(?,?)

-- :insert_correction
INSERT INTO correction VALUES(?,?,?)

-- :insert_correction_value
INSERT INTO correction_value VALUES(?,?,?,?,?,?,?,?)

-- :entry_named
-- A correction stands for the entry that it corrects.
SELECT coalesce(correction.of_entry, entry.entry)
FROM entry LEFT JOIN correction USING (entry)
WHERE entry.statement_id = ? ORDER BY entry.entry LIMIT 1

-- :entry_of_kind
SELECT 1 FROM entry WHERE entry = ? AND kind = ?

-- :mark_corrected
UPDATE entry SET corrected_by = ?1, provenance = ?2, summary = ?3, choices = ?4 WHERE entry = ?5

-- :unseal_original
UPDATE sealed_field SET of_entry = NULL WHERE of_entry = ?

-- :seal_correction
UPDATE sealed_field SET of_entry = ?1, field = substr(field, length('corrected.') + 1)
WHERE entry = ?2 AND field LIKE 'corrected.%'

-- :has_about
SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_about'

-- :about
SELECT stamp, size, last_leaf FROM _about

-- :write_about
UPDATE _about SET size = ?1, last_leaf = ?2

-- :first_about
INSERT INTO _about VALUES(?, 0, '')

-- :views
SELECT sql FROM main.sqlite_schema WHERE type = 'view' ORDER BY name

-- :has_kept_views
SELECT 1 FROM temp.sqlite_schema WHERE type = 'view' AND name = 'entry_date'

-- :cache_for_many
-- Whoever judges a standard reads all of the file, and many times.
PRAGMA cache_size=-131072

-- :stay_at_this_state
-- A transaction that reads begins with its first SELECT, and ends with the connection.
BEGIN;
SELECT size FROM _about;

-- :are_kept_in_file
SELECT 1 FROM _kept JOIN _about USING (size)

-- :kept_in_file
SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name LIKE 'kept\_%' ESCAPE '\'

-- :forget_kept
DELETE FROM _kept

-- :note_kept
INSERT INTO _kept SELECT size FROM _about

-- :read_kept
DROP VIEW temp.VIEW_NAME;
CREATE TEMP VIEW VIEW_NAME AS SELECT * FROM kept_VIEW_NAME;
