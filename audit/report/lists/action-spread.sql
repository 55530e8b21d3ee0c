-- Spread of actions
-- After each meeting: who went away with something to do, by expertise. To be left without any is
-- noticed; declining one is another thing, and so is never having been asked.
WITH there AS (
  SELECT DISTINCT attended.meeting, attended.id AS participant,
         coalesce(attended.as_expertise,
                  (SELECT group_concat(held.expertise, ' and ') FROM participant_expertise AS held
                   WHERE held.participant = attended.id AND held.from_entry < attended.entry
                     AND (held.until_entry IS NULL OR held.until_entry > attended.entry)))
           AS expertise
  FROM attendance_roll AS attended WHERE attended.register = 'participant'
),
given AS (
  SELECT opened.meeting, who.id AS participant,
         EXISTS (SELECT 1 FROM action_updated AS u
                 WHERE u.action = opened.id AND u.state = 'declined') AS declined,
         opened.how = 'offered' AND NOT EXISTS (SELECT 1 FROM action_updated AS u
                                                WHERE u.action = opened.id) AS unanswered
  FROM action_opened AS opened JOIN action_opened__to AS who ON who.entry = opened.entry
  WHERE opened.meeting IS NOT NULL AND who.register = 'participant'
),
person AS (
  SELECT there.meeting, there.expertise, there.participant,
         max(given.declined = 0 AND given.unanswered IS NOT 1) AS has_one,
         max(given.declined) AS declined, max(given.unanswered) AS unanswered,
         count(given.participant) AS asked
  FROM there LEFT JOIN given
    ON given.meeting = there.meeting AND given.participant = there.participant
  GROUP BY there.meeting, there.participant
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       person.meeting AS "Meeting", person.expertise AS "Expertise:word",
       count(*) AS "In the room, by name", sum(has_one IS 1) AS "With something to do",
       sum(has_one IS NOT 1 AND declined IS 1) AS "Declined",
       sum(has_one IS NOT 1 AND declined IS NOT 1 AND unanswered IS 1) AS "Offered, no answer yet",
       sum(asked = 0) AS "Without any, and not asked"
FROM person JOIN meeting_list AS meeting ON meeting.meeting = person.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
GROUP BY person.meeting, person.expertise
ORDER BY entry, person.expertise
