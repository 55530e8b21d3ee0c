-- The views that many checks ask, by name: the table that holds what each says, and how it is filled.
-- Each is made after those that it reads. Every view stands among the temporary ones by then, so
-- that it reads what is kept here and not the same again.

-- :entry_date
CREATE TABLE kept_entry_date(entry INTEGER PRIMARY KEY, kind TEXT, provenance TEXT,
  date TEXT);
INSERT INTO kept_entry_date SELECT * FROM temp.entry_date;

-- :entry_initiative
CREATE TABLE kept_entry_initiative(entry INTEGER PRIMARY KEY, initiative TEXT);
INSERT INTO kept_entry_initiative SELECT * FROM temp.entry_initiative;

-- :group_membership
CREATE TABLE kept_group_membership(group_id TEXT, participant TEXT, roles TEXT,
  from_entry INTEGER,
  until_entry INTEGER, provenance TEXT);
INSERT INTO kept_group_membership SELECT * FROM temp.group_membership;
CREATE INDEX kept_group_membership_1 ON kept_group_membership(group_id, participant);
CREATE INDEX kept_group_membership_2 ON kept_group_membership(participant);

-- :participant_expertise
CREATE TABLE kept_participant_expertise(participant TEXT, expertise TEXT, from_entry INTEGER,
  until_entry INTEGER, provenance TEXT);
INSERT INTO kept_participant_expertise SELECT * FROM temp.participant_expertise;
CREATE INDEX kept_participant_expertise_1
  ON kept_participant_expertise(participant, expertise);

-- :decision_seat
CREATE TABLE kept_decision_seat(entry INTEGER PRIMARY KEY, decision TEXT, provenance TEXT,
  decision_kind TEXT, stage TEXT, initiative TEXT, group_id TEXT, positions INTEGER,
  lived_positions INTEGER, position_entries TEXT);
INSERT INTO kept_decision_seat SELECT * FROM temp.decision_seat;

-- :stage_place
CREATE TABLE kept_stage_place(entry INTEGER, "of" TEXT, PRIMARY KEY(entry,
  "of")) WITHOUT ROWID;
INSERT INTO kept_stage_place SELECT * FROM temp.stage_place;
CREATE INDEX kept_stage_place_1 ON kept_stage_place("of");

-- :stage_evidence_found
CREATE TABLE kept_stage_evidence_found("of" TEXT, level_number INTEGER, part INTEGER,
  state TEXT,
  entries TEXT);
INSERT INTO kept_stage_evidence_found SELECT * FROM temp.stage_evidence_found;

-- :message_person
CREATE TABLE kept_message_person(entry INTEGER, message TEXT, what TEXT, initiative TEXT,
  stage TEXT, participant TEXT, sent TEXT, provenance TEXT, arrived TEXT, arrival_entry INTEGER,
  trouble_entry INTEGER, one_they_can_use TEXT, PRIMARY KEY(entry, participant)) WITHOUT ROWID;
INSERT INTO kept_message_person SELECT * FROM temp.message_person;
CREATE INDEX kept_message_person_1 ON kept_message_person(participant);

-- :initiative_person
CREATE TABLE kept_initiative_person(initiative TEXT, participant TEXT, entry INTEGER,
  left_entry INTEGER, may_be_contacted TEXT);
INSERT INTO kept_initiative_person SELECT * FROM temp.initiative_person;
CREATE INDEX kept_initiative_person_1 ON kept_initiative_person(initiative, participant);
CREATE INDEX kept_initiative_person_2 ON kept_initiative_person(participant);

-- :initiative_membership
CREATE TABLE kept_initiative_membership(initiative TEXT, participant TEXT, entry INTEGER,
  organisation TEXT, since TEXT, left_entry INTEGER, left_on TEXT);
INSERT INTO kept_initiative_membership SELECT * FROM temp.initiative_membership;
CREATE INDEX kept_initiative_membership_1
  ON kept_initiative_membership(initiative, participant);
