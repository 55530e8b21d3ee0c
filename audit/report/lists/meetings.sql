-- Meetings
-- Every meeting, planned and held, and who was in the room by expertise. People are counted and
-- never named, so that who is missing shows. Where a rule of the room leaves roles unsaid,
-- expertise is not counted before the time.
WITH came AS (
  SELECT attended.meeting, coalesce(attended.as_expertise, held.expertise) AS expertise,
         count(DISTINCT attended.id) || ' named' AS people
  FROM attendance_roll AS attended
  LEFT JOIN participant_expertise AS held
    ON held.participant = attended.id AND held.from_entry < attended.entry
   AND (held.until_entry IS NULL OR held.until_entry > attended.entry)
  WHERE attended.register = 'participant'
  GROUP BY 1, 2
  UNION ALL
  SELECT meeting, expertise, how_many || ' counted' FROM attendance_count
  WHERE how_many IS NOT NULL
),
room AS (
  SELECT meeting,
         group_concat(people, ', ') FILTER (WHERE expertise = 'livedExperience') AS lived,
         group_concat(people, ', ') FILTER (WHERE expertise = 'practitioner') AS practice,
         group_concat(people, ', ') FILTER (WHERE expertise = 'technicalExpert') AS technical,
         group_concat(people, ', ') FILTER (WHERE expertise IS NULL OR expertise = 'none') AS other
  FROM came GROUP BY meeting
),
both AS (
  SELECT meeting FROM attendance_person WHERE nobody_entry IS NOT NULL
),
unsaid AS (
  SELECT hold.value_id AS meeting
  FROM agreement_adopted__for AS hold JOIN agreement_adopted AS rule ON rule.entry = hold.entry
  WHERE hold.value_register = 'meeting' AND rule.roles_unsaid_until IS NOT NULL
    AND coalesce(rule.roles_unsaid_until_last, 9e18) > :now
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting AS "Meeting", meeting.meeting_kind AS "Kind:word", meeting.title AS "Title",
       meeting.planned_start AS "Planned",
       CASE WHEN meeting.cancelled_entry IS NOT NULL THEN 'cancelled'
            WHEN meeting.held_entry IS NULL THEN 'not held'
            WHEN meeting.meeting IN both THEN 'recorded both ways: that people came, and nobody'
            WHEN meeting.nobody_came = 'yes' THEN 'nobody came'
            ELSE coalesce(meeting.held_at, 'held; the date is not recorded') END AS "Held",
       meeting.held_minutes AS "Minutes", meeting.place_kind AS "Place:word",
       CASE WHEN meeting.meeting IN unsaid THEN 'not said yet'
            WHEN room.meeting IS NOT NULL THEN coalesce(room.lived, '0') END AS "Lived experience",
       CASE WHEN meeting.meeting IN unsaid THEN 'not said yet'
            WHEN room.meeting IS NOT NULL THEN coalesce(room.practice, '0') END AS "Practitioners",
       CASE WHEN meeting.meeting IN unsaid THEN 'not said yet'
            WHEN room.meeting IS NOT NULL THEN coalesce(room.technical, '0') END
         AS "Technical experts",
       CASE WHEN meeting.meeting IN unsaid THEN 'not said yet'
            WHEN room.meeting IS NOT NULL THEN coalesce(room.other, '0') END
         AS "None or not recorded",
       (SELECT coalesce(in_all, in_words) FROM attendance_recorded AS a
        WHERE a.meeting = meeting.meeting AND (in_all IS NOT NULL OR in_words IS NOT NULL)
        ORDER BY a.entry DESC LIMIT 1) AS "In all, as told"
FROM meeting_list AS meeting LEFT JOIN room ON room.meeting = meeting.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY entry
