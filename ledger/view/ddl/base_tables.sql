-- Tables that hold for every kind. Those of the kinds follow from the schema: table_plan.h.

-- What made this file, and how far it has come. One row.
CREATE TABLE _about(
  stamp TEXT NOT NULL,      -- SHA-256 of everything that decides what is in here
  size INTEGER NOT NULL,    -- entries applied: 0 up to, not with, this index
  last_leaf TEXT NOT NULL   -- RFC 6962 leaf hash of entry size - 1, hex; empty at size 0
) STRICT;

-- Of which size the tables kept_... are, which hold what some views say. One row, or none: they are
-- made when somebody judges many clauses, and not kept up.
CREATE TABLE _kept(size INTEGER NOT NULL) STRICT;

-- One row for each entry of the log, whatever it is.
CREATE TABLE entry(
  entry INTEGER PRIMARY KEY,      -- index in the log, from 0
  recorded_at INTEGER,            -- seconds since the Unix epoch, UTC
  occurred_at TEXT,
  occurred_at_precision TEXT,
  occurred_at_first INTEGER,
  occurred_at_last INTEGER,
  occurred_at_distance INTEGER,   -- minutes from the anchor, negative before it
  occurred_at_anchor TEXT,
  author TEXT,                    -- the participant whose key signed it
  on_behalf_of TEXT,
  on_behalf_of_basis TEXT,
  provenance TEXT,
  initiative TEXT,
  stage TEXT,
  statement_id TEXT,
  corrected_by INTEGER,           -- the latest entry that put it right
  kind TEXT NOT NULL,             -- responseGiven; "unknown kind 200"; "unreadable"
  known INTEGER NOT NULL,         -- 0 when this schema does not know the kind
  register TEXT,                  -- of the id that it gives out
  id TEXT,
  author_key TEXT,                -- hex
  caused_by TEXT,
  summary TEXT,                   -- the most telling public text in it
  choices TEXT                    -- what it chose, one a line: "verdict:notFair"
) STRICT;

-- Every record and participant that an entry names in the clear.
CREATE TABLE mention(
  entry INTEGER NOT NULL,
  register TEXT NOT NULL,
  id TEXT NOT NULL,
  field TEXT NOT NULL,
  joins INTEGER NOT NULL,         -- 1 if the entry joins that record's thread
  registers INTEGER NOT NULL      -- 1 if the entry gives the id out
) STRICT;

-- That something is sealed, and for whom; never what.
CREATE TABLE sealed_field(
  entry INTEGER NOT NULL,         -- with `path`, what opens it
  path TEXT NOT NULL,             -- hex of the field path's bytes
  field TEXT NOT NULL,
  about TEXT NOT NULL,
  audience TEXT NOT NULL,
  of_entry INTEGER                -- the row it belongs to; null once a correction replaced it
) STRICT;

-- A correction, and the entry that it puts right (null: no entry it could).
CREATE TABLE correction(entry INTEGER PRIMARY KEY, of_entry INTEGER, reason TEXT) STRICT;

-- What each correction changed. The kind's own tables hold what stands now.
CREATE TABLE correction_value(
  entry INTEGER NOT NULL,
  of_entry INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,      -- of a list: all its items, one after the other
  field TEXT,                     -- in everyday words; null where another column says the same
  manner TEXT,                    -- how the values are told: who, word, record, when
  was TEXT,
  became TEXT
) STRICT;

CREATE TABLE dispute(entry INTEGER PRIMARY KEY, of_entry INTEGER) STRICT;

-- Who speaks with which key, so that an entry's author has a name.
CREATE TABLE key_holder(
  public_key TEXT PRIMARY KEY,    -- hex
  participant TEXT,               -- null for the ledger's own keys
  purpose TEXT,
  entry INTEGER NOT NULL
) STRICT;

-- The public text of every entry, for searching; rowid is the entry. After a correction, what it
-- says now.
CREATE VIRTUAL TABLE entry_text USING fts5(words, tokenize = "unicode61 remove_diacritics 2");
