-- The views that many checks ask, by name: the table that holds what each says, and how it is
-- filled. Each is made after those that it reads. Every view stands among the temporary ones by
-- then, so that it reads what is kept here and not the same again.

-- :entry_date
CREATE TABLE kept_entry_date(entry INTEGER PRIMARY KEY, kind TEXT, provenance TEXT,
  date TEXT);
INSERT INTO kept_entry_date SELECT * FROM temp.entry_date;

-- :entry_initiative
CREATE TABLE kept_entry_initiative(entry INTEGER PRIMARY KEY, initiative TEXT);
INSERT INTO kept_entry_initiative SELECT * FROM temp.entry_initiative;

-- :role_holding
CREATE TABLE kept_role_holding(entry INTEGER, role TEXT, in_other_words TEXT, within_register TEXT,
  within_id TEXT, standing TEXT, as_expertise TEXT, reply TEXT, paid_time TEXT, since TEXT,
  until_said TEXT, provenance TEXT, nth INTEGER, register TEXT, id TEXT, description TEXT, how_many
  TEXT, how_many_min INTEGER, words TEXT, ended_entry INTEGER);
INSERT INTO kept_role_holding SELECT * FROM temp.role_holding;
CREATE INDEX kept_role_holding_1 ON kept_role_holding(within_id, id);
CREATE INDEX kept_role_holding_2 ON kept_role_holding(id);

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

-- :participant_statement
CREATE TABLE kept_participant_statement(entry INTEGER, participant TEXT, organisation TEXT,
  pay_region TEXT, paid_by TEXT, found TEXT, outside_formal_group TEXT, since TEXT, provenance TEXT,
  joined INTEGER);
INSERT INTO kept_participant_statement SELECT * FROM temp.participant_statement;
CREATE INDEX kept_participant_statement_1 ON kept_participant_statement(participant);

-- :lived_expert
CREATE TABLE kept_lived_expert(participant TEXT, entry INTEGER);
INSERT INTO kept_lived_expert SELECT * FROM temp.lived_expert;
CREATE INDEX kept_lived_expert_1 ON kept_lived_expert(participant);

-- :expert_group
CREATE TABLE kept_expert_group(group_id TEXT);
INSERT INTO kept_expert_group SELECT * FROM temp.expert_group;
CREATE INDEX kept_expert_group_1 ON kept_expert_group(group_id);

-- :participant_current
CREATE TABLE kept_participant_current(participant TEXT, entry INTEGER, expertise TEXT, organisation
  TEXT, pay_region TEXT, paid_by TEXT, found TEXT, outside_formal_group TEXT, since TEXT, provenance
  TEXT, left_entry INTEGER, taking_part TEXT);
INSERT INTO kept_participant_current SELECT * FROM temp.participant_current;
CREATE INDEX kept_participant_current_1 ON kept_participant_current(participant);

-- :meeting_list
CREATE TABLE kept_meeting_list(meeting TEXT, scheduled_entry INTEGER, held_entry INTEGER, initiative
  TEXT, stage TEXT, meeting_kind TEXT, title TEXT, part_of TEXT, planned_start TEXT, clock_times
  TEXT, planned_minutes TEXT, planned_minutes_number INTEGER, held_at TEXT, held_minutes TEXT,
  held_minutes_number INTEGER, how_many TEXT, place_kind TEXT, place TEXT, invited TEXT, called_by
  TEXT, topics TEXT, nobody_came TEXT, held_provenance TEXT, cancelled_entry INTEGER);
INSERT INTO kept_meeting_list SELECT * FROM temp.meeting_list;
CREATE INDEX kept_meeting_list_1 ON kept_meeting_list(meeting);

-- :meeting_day
CREATE TABLE kept_meeting_day(meeting TEXT, entry INTEGER, scheduled_entry INTEGER, held_entry
  INTEGER, cancelled_entry INTEGER, initiative TEXT, stage TEXT, meeting_kind TEXT, part_of TEXT,
  place_kind TEXT, nobody_came TEXT, planned_start TEXT, date TEXT);
INSERT INTO kept_meeting_day SELECT * FROM temp.meeting_day;
CREATE INDEX kept_meeting_day_1 ON kept_meeting_day(meeting);

-- :position_current
CREATE TABLE kept_position_current(entry INTEGER, matter TEXT, decision TEXT, participant TEXT,
  as_expertise TEXT, "option" TEXT, stance TEXT, reason TEXT, reason_state TEXT, on_behalf_of TEXT,
  provenance TEXT, counted INTEGER);
INSERT INTO kept_position_current SELECT * FROM temp.position_current;
CREATE INDEX kept_position_current_1 ON kept_position_current(decision);
CREATE INDEX kept_position_current_2 ON kept_position_current(participant);

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

-- :stage_list
CREATE TABLE kept_stage_list(entry INTEGER, stage TEXT, initiative TEXT, title TEXT, stage_kind
  TEXT, aim TEXT, planned TEXT, follows TEXT, provenance TEXT, closed_entry INTEGER, closed_how
  TEXT, what_it_changed TEXT);
INSERT INTO kept_stage_list SELECT * FROM temp.stage_list;
CREATE INDEX kept_stage_list_1 ON kept_stage_list(stage);

-- :stage_evidence_found
CREATE TABLE kept_stage_evidence_found("of" TEXT, level_number INTEGER, part INTEGER,
  state TEXT,
  entries TEXT);
INSERT INTO kept_stage_evidence_found SELECT * FROM temp.stage_evidence_found;

-- :stage_evidence_test
CREATE TABLE kept_stage_evidence_test(entry INTEGER, "of" TEXT, initiative TEXT, stage TEXT,
  level_number INTEGER, level TEXT, state TEXT, missing TEXT, entries TEXT, decisions INTEGER,
  decisions_shared INTEGER);
INSERT INTO kept_stage_evidence_test SELECT * FROM temp.stage_evidence_test;
CREATE INDEX kept_stage_evidence_test_1 ON kept_stage_evidence_test("of");

-- :message_person
CREATE TABLE kept_message_person(entry INTEGER, message TEXT, what TEXT, initiative TEXT,
  stage TEXT, participant TEXT, sent TEXT, provenance TEXT, arrived TEXT, arrival_entry INTEGER,
  trouble_entry INTEGER, one_they_can_use TEXT, date TEXT, belongs_to TEXT, can_use TEXT,
  PRIMARY KEY(entry, participant)) WITHOUT ROWID;
INSERT INTO kept_message_person SELECT * FROM temp.message_person;
CREATE INDEX kept_message_person_2 ON kept_message_person(what);

-- :initiative_list
CREATE TABLE kept_initiative_list(entry INTEGER, initiative TEXT, title TEXT, "by" TEXT,
  lead_organisation TEXT, why TEXT, question TEXT, question_framed_by TEXT, what_may_change TEXT,
  size TEXT, region TEXT, provenance TEXT, level TEXT, level_in_plain_words TEXT, level_declared_by
  TEXT, level_provenance TEXT, level_entry INTEGER, closed_entry INTEGER, closed_how TEXT);
INSERT INTO kept_initiative_list SELECT * FROM temp.initiative_list;
CREATE INDEX kept_initiative_list_1 ON kept_initiative_list(initiative);

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

-- :took_part
CREATE TABLE kept_took_part(participant TEXT, initiative TEXT, entry INTEGER);
INSERT INTO kept_took_part SELECT * FROM temp.took_part;
CREATE INDEX kept_took_part_1 ON kept_took_part(participant);
CREATE INDEX kept_took_part_2 ON kept_took_part(initiative);

-- :attendance_roll
CREATE TABLE kept_attendance_roll(entry INTEGER, meeting TEXT, nth INTEGER, register TEXT, id TEXT,
  description TEXT, how_many TEXT, words TEXT, who TEXT, as_expertise TEXT, parts TEXT, provenance
  TEXT);
INSERT INTO kept_attendance_roll SELECT * FROM temp.attendance_roll;
CREATE INDEX kept_attendance_roll_1 ON kept_attendance_roll(entry);
CREATE INDEX kept_attendance_roll_2 ON kept_attendance_roll(meeting, register, id);

-- :consent_answer
CREATE TABLE kept_consent_answer(entry INTEGER, participant TEXT, scope TEXT, target TEXT, reply
  TEXT, "until" TEXT);
INSERT INTO kept_consent_answer SELECT * FROM temp.consent_answer;
CREATE INDEX kept_consent_answer_1 ON kept_consent_answer(participant);

-- :support_person
CREATE TABLE kept_support_person(act TEXT, entry INTEGER, initiative TEXT, participant TEXT, how
  TEXT, support_kind TEXT, independent TEXT, occurred_at TEXT, recorded_at INTEGER, provenance TEXT,
  sealed_entry INTEGER, person_field TEXT, kind_field TEXT);
INSERT INTO kept_support_person SELECT * FROM temp.support_person;
CREATE INDEX kept_support_person_1 ON kept_support_person(participant);

-- :payable_person
CREATE TABLE kept_payable_person(participant TEXT, entry INTEGER, paid_by TEXT, has_lived_experience
  INTEGER);
INSERT INTO kept_payable_person SELECT * FROM temp.payable_person;
CREATE INDEX kept_payable_person_1 ON kept_payable_person(participant);

-- :time_payment
CREATE TABLE kept_time_payment(time TEXT, time_entry INTEGER, claim TEXT, claim_entry INTEGER, entry
  INTEGER, payment TEXT, payment_kind TEXT, occurred_at TEXT, recorded_at INTEGER, currency TEXT,
  share_state TEXT, share_field TEXT);
INSERT INTO kept_time_payment SELECT * FROM temp.time_payment;
CREATE INDEX kept_time_payment_1 ON kept_time_payment(time_entry);

-- :payment_offer_person
CREATE TABLE kept_payment_offer_person(entry INTEGER, initiative TEXT, participant TEXT, activity
  TEXT, rate TEXT, occurred_at TEXT, recorded_at INTEGER, provenance TEXT, says_how INTEGER);
INSERT INTO kept_payment_offer_person SELECT * FROM temp.payment_offer_person;
CREATE INDEX kept_payment_offer_person_1 ON kept_payment_offer_person(participant);

-- :work_person
CREATE TABLE kept_work_person(work TEXT, participant TEXT, entry INTEGER);
INSERT INTO kept_work_person SELECT * FROM temp.work_person;
CREATE INDEX kept_work_person_1 ON kept_work_person(work);

-- :decision_party
CREATE TABLE kept_decision_party(entry INTEGER, party INTEGER, role TEXT, part TEXT, expertise TEXT,
  register TEXT, id TEXT, description TEXT, how_many TEXT, words TEXT, who TEXT);
INSERT INTO kept_decision_party SELECT * FROM temp.decision_party;
CREATE INDEX kept_decision_party_1 ON kept_decision_party(entry);

-- :action_state
CREATE TABLE kept_action_state(entry INTEGER, action TEXT, initiative TEXT, stage TEXT, what TEXT,
  whose TEXT, how TEXT, stage_of_work TEXT, kind_of_work TEXT, meeting TEXT, due TEXT, state TEXT,
  state_entry INTEGER, why TEXT, provenance TEXT);
INSERT INTO kept_action_state SELECT * FROM temp.action_state;
CREATE INDEX kept_action_state_1 ON kept_action_state(action);

-- :action_hand
CREATE TABLE kept_action_hand(action INTEGER, entry INTEGER, register TEXT, id TEXT, description
  TEXT);
INSERT INTO kept_action_hand SELECT * FROM temp.action_hand;
CREATE INDEX kept_action_hand_1 ON kept_action_hand(entry);
