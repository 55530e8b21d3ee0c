-- Who held which part of the power.

-- :levels
-- What was declared last of each stage and initiative, against what the record bears out.
SELECT shown.entry, shown."of", coalesce(stage.title, whole.title) AS title,
       declared.entry AS declared_entry, declared.level AS declared, declared."by",
       declared.provenance,
       shown.level, shown.level_number, shown.entries, shown.unmet_level, shown.unmet_state,
       shown.unmet_test, shown.skipped,
       CASE declared.level WHEN 'informed' THEN 1 WHEN 'consulted' THEN 2 WHEN 'involved' THEN 3
                           WHEN 'coDesigned' THEN 4 WHEN 'coProduced' THEN 5 WHEN 'led' THEN 6 END
         AS declared_number
FROM stage_evidence_level AS shown
LEFT JOIN stage_opened AS stage ON stage.id = shown.stage
LEFT JOIN initiative_opened AS whole ON shown.stage IS NULL AND whole.id = shown.initiative
LEFT JOIN level_declared AS declared
  ON declared.entry = (SELECT max(l.entry) FROM level_declared AS l WHERE l."of" = shown."of")
WHERE :initiative IS NULL OR shown.initiative = :initiative
ORDER BY shown.entry

-- :tests
SELECT "of", level_number, state, entries
FROM stage_evidence_test WHERE :initiative IS NULL OR initiative = :initiative
ORDER BY entry, level_number

-- :joined
-- For each kind of expertise, and each group: which decisions, administrative ones left out, were
-- already taken when its first people came, by the dates alone. `state` is early, unknown or there;
-- early, too, where nobody of the kind ever came.
WITH kind(place, name) AS (
  VALUES (1, 'livedExperience'), (2, 'practitioner'), (3, 'technicalExpert')
), came AS (
  SELECT 1 AS is_kind, held.expertise AS name, person."from_first" AS at, person.occurred_at_first,
         person.entry
  FROM participant_expertise AS held JOIN participant_joined AS person
    ON person.id = held.participant AND person.entry = held.from_entry
  UNION ALL
  SELECT 1, held.expertise, change."from_first", change.occurred_at_first, change.entry
  FROM participant_expertise AS held JOIN participant_changed AS change
    ON change.participant = held.participant AND change.entry = held.from_entry
  UNION ALL
  SELECT 0, member.group_id, role."from_first", role.occurred_at_first, role.entry
  FROM group_membership AS member JOIN role_assigned AS role ON role.entry = member.from_entry
), first AS (
  SELECT is_kind, name, min(coalesce(at, occurred_at_first)) AS at, min(entry) AS entry
  FROM came GROUP BY is_kind, name
), joiner AS (
  SELECT kind.place, 1 AS is_kind, kind.name, first.at, first.entry
  FROM kind LEFT JOIN first ON first.is_kind AND first.name = kind.name
  UNION ALL
  SELECT 3 + formed.entry, 0, formed.id, first.at, coalesce(first.entry, formed.entry)
  FROM group_formed AS formed LEFT JOIN first ON NOT first.is_kind AND first.name = formed.id
  WHERE :initiative IS NULL OR formed.initiative IS :initiative OR formed.about IS :initiative
)
SELECT joiner.place, joiner.is_kind, joiner.name, joiner.entry AS joined_entry, seat.entry,
       seat.provenance,
       CASE WHEN joiner.entry IS NULL THEN 'early'
            WHEN made.occurred_at_last IS NULL OR joiner.at IS NULL THEN 'unknown'
            WHEN made.occurred_at_last < joiner.at THEN 'early'
            WHEN made.occurred_at_first < joiner.at THEN 'unknown'
            ELSE 'there' END AS state
FROM joiner CROSS JOIN decision_seat AS seat JOIN decision_made AS made ON made.entry = seat.entry
WHERE :initiative IS NULL OR seat.initiative = :initiative
ORDER BY joiner.place, seat.entry

-- :roles
-- Parts at meetings, by expertise: planned in roles, and played as attendance says. Seats, so never
-- held back; but no expertise is told where the people of the meeting agreed not to say it yet.
WITH part(role, played) AS (
  VALUES ('facilitator', 'led'), ('noteTaker', 'tookNotes'), ('presenter', 'presented'),
         ('technicalHost', 'ranTheTechnology')
), seat AS (
  SELECT role.within_id AS meeting, role.role, role.entry, role.register, role.id,
         role.as_expertise, 1 AS planned, 0 AS performed
  FROM role_holding AS role
  WHERE role.within_register = 'meeting' AND role.reply IS NOT 'declined'
  UNION ALL
  SELECT roll.meeting, part.role, roll.entry, roll.register, roll.id, roll.as_expertise, 0, 1
  FROM attendance_roll AS roll
  JOIN attendance_recorded__people__parts AS played
    ON played.entry = roll.entry AND played.people_nth = roll.nth
  JOIN part ON part.played = played.value
), told AS (
  SELECT seat.*,
         CASE WHEN seat.meeting IN (SELECT meeting FROM expertise_unsaid)
              THEN 'notSaidYet'
              ELSE coalesce(seat.as_expertise,
                            (SELECT group_concat(expertise, ', ') FROM (
                               SELECT DISTINCT held.expertise FROM participant_expertise AS held
                               WHERE seat.register = 'participant' AND held.participant = seat.id
                                 AND held.until_entry IS NULL ORDER BY held.expertise)))
         END AS expertise
  FROM seat
)
SELECT told.meeting, told.role, told.expertise, sum(told.planned) AS planned,
       sum(told.performed) AS performed,
       group_concat(iif(told.planned, told.entry, NULL)) AS planned_entries,
       group_concat(iif(told.performed, told.entry, NULL)) AS performed_entries
FROM told JOIN meeting_list AS meeting ON meeting.meeting = told.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
GROUP BY told.meeting, told.role, told.expertise
ORDER BY min(told.entry), told.expertise

-- :claims
-- What was published about meetings: who did what there, as somebody else put it.
SELECT claim.entry, about.value_id AS meeting, claim.statement
FROM claim_published__about AS about JOIN claim_published AS claim ON claim.entry = about.entry
JOIN meeting_list AS meeting ON meeting.meeting = about.value_id
WHERE about.value_register = 'meeting'
  AND (:initiative IS NULL OR meeting.initiative = :initiative)
ORDER BY claim.entry

-- :seats
SELECT decision, entry, positions, lived_positions, position_entries FROM decision_seat
WHERE :initiative IS NULL OR initiative = :initiative
ORDER BY entry

-- :framed
-- Who framed the question, and whether those concerned could lead. Columns as in column_words.h.
SELECT entry, title AS head, question AS "Question", question_framed_by AS "Framed by:who",
       "by" AS "Begun by:who",
       coalesce(led_by_lived_experts_considered, 'not recorded')
         AS "Was it considered that people with lived experience lead:word",
       why_not_led_by_them AS "Why they do not"
FROM initiative_opened WHERE :initiative IS NULL OR id = :initiative
ORDER BY entry

-- :aims
-- What was agreed on aims and ways of working, and each change of the plan since.
SELECT entry, coalesce(title, agreement_version) AS head, "by" AS "Agreed by:who",
       owned_by AS "Owned by:who", decision AS "By decision", occurred_at AS "When:when"
FROM agreement_list
WHERE agreement_kind = 'aimsAndWaysOfWorking'
  AND (:initiative IS NULL OR initiative = :initiative)
UNION ALL
SELECT entry, coalesce(what_changed, 'Plan ' || coalesce(version, '')), "by", NULL, decision,
       occurred_at
FROM plan_set WHERE :initiative IS NULL OR initiative = :initiative OR about = :initiative
ORDER BY entry

-- :power_talk
SELECT held.entry, coalesce(held.meeting, held.id) AS head, topic.value AS "Topic",
       held.occurred_at AS "When:when"
FROM meeting_held__topics AS topic JOIN meeting_held AS held USING (entry)
WHERE topic.value LIKE '%power%' AND (:initiative IS NULL OR held.initiative = :initiative)
ORDER BY held.entry

-- :undone
-- Decisions that no longer stand, that were taken over a no, or that bind others than those who
-- took them.
SELECT replaced.entry, replaced.decision AS head, replaced.how AS "No longer stands:word",
       replaced.by_body AS "By:who", replaced.reason AS "Why", NULL AS "Overruled because",
       NULL AS "Binds:who"
FROM decision_replaced AS replaced
WHERE :initiative IS NULL OR replaced.initiative = :initiative
UNION ALL
SELECT entry, id, NULL, NULL, NULL, why_overruled, binds
FROM decision_made
WHERE (why_overruled IS NOT NULL OR binds IS NOT NULL)
  AND (:initiative IS NULL OR initiative = :initiative)
ORDER BY 1
