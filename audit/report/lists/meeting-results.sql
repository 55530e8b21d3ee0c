-- What came of meetings
-- What came out of each meeting, and how long it was planned and took. What works stands beside
-- what does not, and how often people wrote down time to prepare. A meeting that nothing came of
-- says so with noughts.
WITH drawn AS (
  SELECT source.value_id AS meeting, made.id, made.works
  FROM conclusion_drawn__from AS source JOIN conclusion_drawn AS made USING (entry)
  WHERE source.value_register = 'meeting'
), found AS (
  SELECT meeting, sum(works = 'works') AS works, sum(works = 'doesNotWork') AS does_not
  FROM drawn GROUP BY meeting
), prepared AS (
  SELECT meeting, count(*) AS times FROM time_logged
  WHERE activity IN ('preparation', 'reading') GROUP BY meeting
), said AS (
  SELECT meeting, count(*) AS recommended FROM input_received
  WHERE input_kind = 'recommendation' GROUP BY meeting
), decided AS (
  SELECT meeting, count(*) AS decisions FROM decision_made GROUP BY meeting
), begun AS (
  SELECT meeting, count(*) AS actions FROM action_opened GROUP BY meeting
), learned AS (
  SELECT value_id AS meeting, count(*) AS lessons FROM learning_recorded__about
  WHERE value_register = 'meeting' GROUP BY value_id
), used AS (
  SELECT meeting, group_concat(version, ', ') AS versions
  FROM (SELECT DISTINCT drawn.meeting, made.work || '@' || made.version AS version
        FROM drawn JOIN version_made__from_conclusions AS from_it ON from_it.value = drawn.id
        JOIN version_made AS made USING (entry))
  GROUP BY meeting
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting || coalesce(': ' || meeting.title, '') AS "Meeting",
       CASE WHEN meeting.held_entry IS NOT NULL THEN coalesce(meeting.held_at, 'held')
            WHEN meeting.cancelled_entry IS NOT NULL THEN 'cancelled' ELSE 'not held' END AS "Held",
       meeting.planned_minutes AS "Minutes planned", meeting.held_minutes AS "Minutes taken",
       coalesce(prepared.times, 0) AS "Preparing written down",
       coalesce(found.works, 0) AS "Found to work", coalesce(found.does_not, 0) AS "Found not to",
       coalesce(said.recommended, 0) AS "Recommended", coalesce(decided.decisions, 0) AS "Decided",
       coalesce(begun.actions, 0) AS "Actions", coalesce(learned.lessons, 0) AS "Lessons",
       coalesce(used.versions, 'no version') AS "Went into"
FROM meeting_list AS meeting
LEFT JOIN found ON found.meeting = meeting.meeting
LEFT JOIN prepared ON prepared.meeting = meeting.meeting
LEFT JOIN said ON said.meeting = meeting.meeting
LEFT JOIN decided ON decided.meeting = meeting.meeting
LEFT JOIN begun ON begun.meeting = meeting.meeting
LEFT JOIN learned ON learned.meeting = meeting.meeting
LEFT JOIN used ON used.meeting = meeting.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY coalesce(meeting.scheduled_entry, meeting.held_entry)
