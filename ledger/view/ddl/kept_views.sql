-- The views that many checks ask, worked out once for a connection that judges many clauses. Each
-- is made after those that it reads. Every view stands among the temporary ones already, so that
-- each reads what is kept here and not the same again.

-- Whoever judges a standard reads all of the file, and many times.
PRAGMA cache_size=-131072;

CREATE TEMP TABLE kept_entry_date(entry INTEGER PRIMARY KEY, kind TEXT, provenance TEXT,
  date TEXT);
INSERT INTO kept_entry_date SELECT * FROM temp.entry_date;
DROP VIEW temp.entry_date;
CREATE TEMP VIEW entry_date AS SELECT * FROM kept_entry_date;

CREATE TEMP TABLE kept_entry_initiative(entry INTEGER PRIMARY KEY, initiative TEXT);
INSERT INTO kept_entry_initiative SELECT * FROM temp.entry_initiative;
DROP VIEW temp.entry_initiative;
CREATE TEMP VIEW entry_initiative AS SELECT * FROM kept_entry_initiative;

CREATE TEMP TABLE kept_group_membership(group_id TEXT, participant TEXT, roles TEXT,
  from_entry INTEGER,
  until_entry INTEGER, provenance TEXT);
INSERT INTO kept_group_membership SELECT * FROM temp.group_membership;
CREATE INDEX temp.kept_group_membership_1 ON kept_group_membership(group_id, participant);
CREATE INDEX temp.kept_group_membership_2 ON kept_group_membership(participant);
DROP VIEW temp.group_membership;
CREATE TEMP VIEW group_membership AS SELECT * FROM kept_group_membership;

CREATE TEMP TABLE kept_participant_expertise(participant TEXT, expertise TEXT, from_entry INTEGER,
  until_entry INTEGER, provenance TEXT);
INSERT INTO kept_participant_expertise SELECT * FROM temp.participant_expertise;
CREATE INDEX temp.kept_participant_expertise_1
  ON kept_participant_expertise(participant, expertise);
DROP VIEW temp.participant_expertise;
CREATE TEMP VIEW participant_expertise AS SELECT * FROM kept_participant_expertise;

CREATE TEMP TABLE kept_decision_seat(entry INTEGER PRIMARY KEY, decision TEXT, provenance TEXT,
  decision_kind TEXT, stage TEXT, initiative TEXT, group_id TEXT, positions INTEGER,
  lived_positions INTEGER, position_entries TEXT);
INSERT INTO kept_decision_seat SELECT * FROM temp.decision_seat;
DROP VIEW temp.decision_seat;
CREATE TEMP VIEW decision_seat AS SELECT * FROM kept_decision_seat;

CREATE TEMP TABLE kept_stage_place(entry INTEGER, "of" TEXT, PRIMARY KEY(entry,
  "of")) WITHOUT ROWID;
INSERT INTO kept_stage_place SELECT * FROM temp.stage_place;
CREATE INDEX temp.kept_stage_place_1 ON kept_stage_place("of");
DROP VIEW temp.stage_place;
CREATE TEMP VIEW stage_place AS SELECT * FROM kept_stage_place;

CREATE TEMP TABLE kept_stage_evidence_found("of" TEXT, level_number INTEGER, part INTEGER,
  state TEXT,
  entries TEXT);
INSERT INTO kept_stage_evidence_found SELECT * FROM temp.stage_evidence_found;
DROP VIEW temp.stage_evidence_found;
CREATE TEMP VIEW stage_evidence_found AS SELECT * FROM kept_stage_evidence_found;

CREATE TEMP TABLE kept_message_person(entry INTEGER, message TEXT, what TEXT, initiative TEXT,
  stage TEXT, participant TEXT, sent TEXT, provenance TEXT, arrived TEXT, arrival_entry INTEGER,
  trouble_entry INTEGER, one_they_can_use TEXT, PRIMARY KEY(entry, participant)) WITHOUT ROWID;
INSERT INTO kept_message_person SELECT * FROM temp.message_person;
CREATE INDEX temp.kept_message_person_1 ON kept_message_person(participant);
DROP VIEW temp.message_person;
CREATE TEMP VIEW message_person AS SELECT * FROM kept_message_person;

CREATE TEMP TABLE kept_initiative_person(initiative TEXT, participant TEXT, entry INTEGER,
  left_entry INTEGER, may_be_contacted TEXT);
INSERT INTO kept_initiative_person SELECT * FROM temp.initiative_person;
CREATE INDEX temp.kept_initiative_person_1 ON kept_initiative_person(initiative, participant);
CREATE INDEX temp.kept_initiative_person_2 ON kept_initiative_person(participant);
DROP VIEW temp.initiative_person;
CREATE TEMP VIEW initiative_person AS SELECT * FROM kept_initiative_person;

CREATE TEMP TABLE kept_initiative_membership(initiative TEXT, participant TEXT, entry INTEGER,
  organisation TEXT, since TEXT, left_entry INTEGER, left_on TEXT);
INSERT INTO kept_initiative_membership SELECT * FROM temp.initiative_membership;
CREATE INDEX temp.kept_initiative_membership_1
  ON kept_initiative_membership(initiative, participant);
DROP VIEW temp.initiative_membership;
CREATE TEMP VIEW initiative_membership AS SELECT * FROM kept_initiative_membership;
