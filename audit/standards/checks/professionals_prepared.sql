-- professionals_prepared
-- Professionals are prepared too.
-- Needs: participantJoined, groupFormed, roleAssigned, trainingHeld, attendanceRecorded,
--   meetingScheduled, meetingHeld
-- Rule: Everybody on the register who has other expertise than lived experience was at a briefing
--   before the second meeting they attended: named for it, in a group it was for, or at the
--   meeting it was part of. People with lived experience designed or gave it; a briefing without
--   them is kept in form only.
-- Nothing: notApplicable; Nobody without lived experience is on the register.
WITH person AS MATERIALIZED (
  SELECT joined.id AS participant, joined.entry, joined.initiative,
         EXISTS (SELECT 1 FROM participant_expertise AS held
                 WHERE held.participant = joined.id AND held.expertise IS NOT NULL) AS is_said
  FROM participant_joined AS joined
  WHERE joined.id NOT IN (SELECT participant FROM lived_expert)
), meeting AS MATERIALIZED (
  SELECT meeting, coalesce(held_at, planned_start) AS date FROM meeting_list
), attended AS MATERIALIZED (
  SELECT who.id AS participant, attended.meeting, min(attended.entry) AS entry,
         first_day(meeting.date) AS first, last_day(meeting.date) AS last
  FROM attendance_recorded AS attended
  JOIN attendance_recorded__people__who AS who
    ON who.entry = attended.entry AND who.register = 'participant'
  LEFT JOIN meeting ON meeting.meeting = attended.meeting
  WHERE who.id IN (SELECT participant FROM person)
     OR attended.meeting IN (SELECT training.meeting FROM training_held AS training
                             WHERE training.training_kind = 'briefing')
  GROUP BY who.id, attended.meeting
), ordered AS (
  SELECT *, row_number() OVER (PARTITION BY participant ORDER BY coalesce(last, 9999999), entry)
           AS number,
         max(first IS NULL) OVER (PARTITION BY participant) AS is_undated
  FROM attended
), second AS (
  SELECT participant, entry, first, last, is_undated FROM ordered WHERE number = 2
), helper AS (
  SELECT entry, register, id FROM training_held__designed_by
  UNION ALL SELECT entry, register, id FROM training_held__given_by
), by_experts AS MATERIALIZED (
  SELECT helper.entry,
         max(helper.register = 'participant' AND expert.participant IS NOT NULL
             OR helper.register = 'group' AND in_group.group_id IS NOT NULL) AS is_sure,
         max(coalesce(helper.register, '') <> 'participant'
             AND in_group.group_id IS NULL) AS is_vague
  FROM helper
  LEFT JOIN lived_expert AS expert
    ON helper.register = 'participant' AND expert.participant = helper.id
  LEFT JOIN expert_group AS in_group
    ON helper.register = 'group' AND in_group.group_id = helper.id
  GROUP BY helper.entry
), briefing AS MATERIALIZED (
  SELECT training.entry, training.meeting, first_day(date.date) AS first,
         coalesce(last_day(date.date), training.recorded_at / 86400) AS last,
         CASE WHEN by_experts.is_sure THEN 2
              WHEN by_experts.entry IS NULL OR by_experts.is_vague THEN 1 ELSE 0 END AS experts
  FROM training_held AS training
  JOIN entry_date AS date ON date.entry = training.entry
  LEFT JOIN by_experts ON by_experts.entry = training.entry
  WHERE training.training_kind = 'briefing'
), there AS (
  SELECT whom.entry, whom.id AS participant FROM training_held__for_whom AS whom
  WHERE whom.register = 'participant'
  UNION
  SELECT whom.entry, member.participant
  FROM training_held__for_whom AS whom JOIN group_membership AS member ON member.group_id = whom.id
  WHERE whom.register = 'group' AND member.from_entry < whom.entry
    AND (member.until_entry IS NULL OR member.until_entry > whom.entry)
  UNION
  SELECT briefing.entry, attended.participant
  FROM briefing JOIN attended ON attended.meeting = briefing.meeting
), nameless AS (
  SELECT min(briefing.entry) AS entry, min(briefing.first) AS first
  FROM briefing WHERE briefing.entry NOT IN (SELECT entry FROM there)
), matched AS (
  SELECT person.participant AS who, briefing.entry AS briefing_entry, briefing.last AS briefed,
         CASE WHEN briefing.first > second.last THEN 0
              WHEN second.participant IS NOT NULL
                AND (second.is_undated OR coalesce(briefing.last > second.first, 1)) THEN 1
              WHEN briefing.experts = 2 THEN 4 WHEN briefing.experts = 1 THEN 2 ELSE 3 END
           AS strength
  FROM person JOIN there ON there.participant = person.participant
  JOIN briefing ON briefing.entry = there.entry
  LEFT JOIN second ON second.participant = person.participant
  UNION ALL
  SELECT person.participant, nameless.entry, NULL, 1 FROM person JOIN nameless
  LEFT JOIN second ON second.participant = person.participant
  WHERE nameless.entry IS NOT NULL AND coalesce(nameless.first <= second.last, 1)
  UNION ALL
  SELECT participant, NULL, NULL, 0 FROM person
), best AS (
  SELECT person.*, matched.briefing_entry, matched.briefed, max(matched.strength) AS strength,
         second.entry AS second_entry, second.first, second.last, second.is_undated
  FROM person JOIN matched ON matched.who = person.participant
  LEFT JOIN second ON second.participant = person.participant
  GROUP BY person.participant
)
SELECT CASE WHEN strength = 4 THEN 'pass' WHEN strength = 3 THEN 'weak'
            WHEN second_entry IS NULL AND strength < 2 THEN 'notDue'
            WHEN strength IN (1, 2) OR is_undated OR NOT is_said THEN 'unknown' ELSE 'fail' END
         AS verdict,
       'participant:' || participant AS about, participant AS person, initiative, last AS day,
       CASE WHEN strength = 4 THEN
              format('%s was briefed by %s, with people with lived experience.', participant,
                     day_text(briefed))
            WHEN strength = 3 THEN
              format('%s was briefed by %s, but people with lived experience neither designed nor '
                     || 'gave the briefing.', participant, day_text(briefed))
            WHEN second_entry IS NULL AND strength < 2 THEN
              format('%s has attended fewer than two meetings.', participant)
            WHEN strength = 2 THEN
              format('%s was briefed; by whom is not recorded in a way that tells whether '
                     || 'people with lived experience were among them.', participant)
            WHEN NOT is_said THEN
              format('Whether %s has lived experience is not recorded, nor a briefing for them.',
                     participant)
            WHEN strength = 1 OR is_undated THEN
              format('Whether %s was briefed before their second meeting is not recorded.',
                     participant)
            ELSE format('%s attended their second meeting on %s; no earlier briefing for them '
                        || 'is on record.', participant, day_text(first)) END AS says,
       entry || coalesce(',' || iif(strength > 0, briefing_entry, NULL), '')
         || coalesce(',' || iif(strength = 4, NULL, second_entry), '') AS entries,
       CASE WHEN NOT is_said THEN 'participantJoined' WHEN is_undated THEN 'meetingHeld'
            ELSE 'trainingHeld' END AS missing
FROM best
