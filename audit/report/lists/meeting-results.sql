-- What came of meetings
-- For each meeting or workshop: how long it was planned and took, how often people wrote down time
-- to prepare, and what came out of it, what works as well as what does not. One that nothing came
-- of, or that nobody prepared for in paid time, says so with noughts.
WITH drawn AS (
  SELECT source.value_id AS meeting, made.id, made.works
  FROM conclusion_drawn__from AS source JOIN conclusion_drawn AS made USING (entry)
  WHERE source.value_register = 'meeting'
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting || coalesce(': ' || meeting.title, '') AS "Meeting",
       CASE WHEN meeting.held_entry IS NOT NULL THEN coalesce(meeting.held_at, 'held')
            WHEN meeting.cancelled_entry IS NOT NULL THEN 'cancelled' ELSE 'not held' END AS "Held",
       meeting.planned_minutes AS "Minutes planned", meeting.held_minutes AS "Minutes taken",
       (SELECT count(*) FROM time_logged AS time
        WHERE time.meeting = meeting.meeting AND time.activity IN ('preparation', 'reading'))
         AS "Preparing written down",
       (SELECT count(*) FROM drawn WHERE drawn.meeting = meeting.meeting AND works = 'works')
         AS "Found to work",
       (SELECT count(*) FROM drawn WHERE drawn.meeting = meeting.meeting AND works = 'doesNotWork')
         AS "Found not to",
       (SELECT count(*) FROM input_received AS said
        WHERE said.meeting = meeting.meeting AND said.input_kind = 'recommendation')
         AS "Recommended",
       (SELECT count(*) FROM decision_made AS made WHERE made.meeting = meeting.meeting)
         AS "Decided",
       (SELECT count(*) FROM action_opened AS action WHERE action.meeting = meeting.meeting)
         AS "Actions",
       (SELECT count(*) FROM learning_recorded__about AS learned
        WHERE learned.value = 'meeting:' || meeting.meeting) AS "Lessons",
       (SELECT group_concat(version.work || '@' || version.version, ', ')
        FROM (SELECT DISTINCT made.work, made.version
              FROM drawn JOIN version_made__from_conclusions AS used ON used.value = drawn.id
              JOIN version_made AS made USING (entry)
              WHERE drawn.meeting = meeting.meeting) AS version) AS "Went into"
FROM meeting_list AS meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY coalesce(meeting.scheduled_entry, meeting.held_entry)
