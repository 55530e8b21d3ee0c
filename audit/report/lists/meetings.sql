-- Meetings
-- Every meeting, planned and held, and who was in the room by expertise. People are counted and
-- never named, so that who is missing shows.
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
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting AS "Meeting", meeting.meeting_kind AS "Kind:word", meeting.title AS "Title",
       meeting.planned_start AS "Planned",
       CASE WHEN meeting.cancelled_entry IS NOT NULL THEN 'cancelled'
            WHEN meeting.held_entry IS NULL THEN 'not held'
            WHEN meeting.nobody_came = 'yes' THEN 'nobody came'
            ELSE coalesce(meeting.held_at, 'held; the date is not recorded') END AS "Held",
       meeting.held_minutes AS "Minutes", meeting.place_kind AS "Place:word",
       iif(room.meeting IS NULL, NULL, coalesce(room.lived, '0')) AS "Lived experience",
       iif(room.meeting IS NULL, NULL, coalesce(room.practice, '0')) AS "Practitioners",
       iif(room.meeting IS NULL, NULL, coalesce(room.technical, '0')) AS "Technical experts",
       iif(room.meeting IS NULL, NULL, coalesce(room.other, '0')) AS "None or not recorded",
       (SELECT coalesce(in_all, in_words) FROM attendance_recorded AS a
        WHERE a.meeting = meeting.meeting AND (in_all IS NOT NULL OR in_words IS NOT NULL)
        ORDER BY a.entry DESC LIMIT 1) AS "In all, as told"
FROM meeting_list AS meeting LEFT JOIN room ON room.meeting = meeting.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY entry
