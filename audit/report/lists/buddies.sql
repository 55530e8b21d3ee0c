-- Buddies
-- First-timers at each meeting, and how many had a buddy. First-timers are people with lived
-- experience, counted on this record; the buddies' time is paid or it is not. People are counted
-- here and not named, and who turned a buddy down is private.
WITH came AS (
  SELECT attended.meeting, who.id AS participant, min(attended.entry) AS entry
  FROM attendance_recorded__people__who AS who
  JOIN attendance_recorded AS attended USING (entry)
  WHERE who.register = 'participant' GROUP BY attended.meeting, who.id
), numbered AS (
  SELECT meeting, participant, row_number() OVER (PARTITION BY participant ORDER BY entry) AS nth
  FROM came
), first AS (
  SELECT meeting, participant FROM numbered
  WHERE nth = 1 AND participant IN (SELECT participant FROM participant_expertise
                                    WHERE expertise = 'livedExperience')
), pair AS (
  SELECT DISTINCT who.id AS buddy, role.buddy_of, role.paid_time,
         iif(role.within_register = 'meeting', role.within_id, NULL) AS meeting
  FROM role_assigned AS role JOIN role_assigned__who AS who USING (entry)
  WHERE role.role = 'buddy' AND (role.reply IS NULL OR role.reply = 'takenOn')
), newcomer AS (
  SELECT meeting, count(*) AS people,
         sum(EXISTS (SELECT 1 FROM pair
                     WHERE pair.buddy_of = first.participant
                       AND (pair.meeting IS NULL OR pair.meeting = first.meeting))) AS with_buddy
  FROM first GROUP BY meeting
), paired AS (
  SELECT meeting, count(*) AS pairs, sum(paid_time IS 'yes') AS paid FROM pair GROUP BY meeting
), logged AS (
  SELECT meeting, count(*) AS times FROM time_logged
  WHERE activity = 'buddying' GROUP BY meeting
), offer AS (
  SELECT entry, to_everyone_meeting AS meeting FROM support_offered
  WHERE to_everyone_support_kind = 'buddy'
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting || coalesce(': ' || meeting.title, '') AS "Meeting",
       iif(meeting.held_entry IS NOT NULL, 'held',
           iif(meeting.cancelled_entry IS NULL, 'to come', 'cancelled')) AS "State",
       coalesce(newcomer.people, 0) AS "First-timers",
       coalesce(newcomer.with_buddy, 0) AS "Had a buddy",
       coalesce(paired.pairs, 0) AS "Pairs", coalesce(paired.paid, 0) AS "Of them paid",
       iif(EXISTS (SELECT 1 FROM offer
                   WHERE (meeting.held_entry IS NULL OR offer.entry < meeting.held_entry)
                     AND (offer.meeting IS NULL OR offer.meeting = meeting.meeting)), 'yes', NULL)
         AS "Offered to all",
       coalesce(logged.times, 0) AS "Times logged"
FROM meeting_list AS meeting
LEFT JOIN newcomer ON newcomer.meeting = meeting.meeting
LEFT JOIN paired ON paired.meeting = meeting.meeting
LEFT JOIN logged ON logged.meeting = meeting.meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY coalesce(meeting.scheduled_entry, meeting.held_entry)
