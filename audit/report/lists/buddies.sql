-- Buddies
-- For each meeting, how many people with lived experience came for the first time on record, how
-- many of them had a buddy, and whether the buddies' time is paid. Counts only: whose buddy it is,
-- and who wanted none, is private.
WITH came AS (
  SELECT meeting, id AS participant, min(entry) AS entry
  FROM attendance_roll WHERE register = 'participant' GROUP BY meeting, id
), numbered AS (
  SELECT meeting, participant, row_number() OVER (PARTITION BY participant ORDER BY entry) AS nth
  FROM came
), first AS (
  SELECT meeting, participant FROM numbered
  WHERE nth = 1 AND EXISTS (SELECT 1 FROM participant_expertise AS held
                            WHERE held.participant = numbered.participant
                              AND held.expertise = 'livedExperience')
), pair AS (
  SELECT DISTINCT who.id AS buddy, role.buddy_of, role.paid_time, role.within_register,
         role.within_id
  FROM role_assigned AS role JOIN role_assigned__who AS who USING (entry)
  WHERE role.role = 'buddy' AND (role.reply IS NULL OR role.reply = 'takenOn')
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting || coalesce(': ' || meeting.title, '') AS "Meeting",
       iif(meeting.held_entry IS NULL AND meeting.cancelled_entry IS NULL, 'to come',
           iif(meeting.held_entry IS NULL, 'cancelled', 'held')) AS "State",
       (SELECT count(*) FROM first WHERE first.meeting = meeting.meeting) AS "First-timers",
       (SELECT count(*) FROM first
        WHERE first.meeting = meeting.meeting
          AND EXISTS (SELECT 1 FROM pair
                      WHERE pair.buddy_of = first.participant
                        AND (pair.within_register IS NOT 'meeting'
                             OR pair.within_id = meeting.meeting))) AS "Had a buddy",
       (SELECT count(*) FROM pair
        WHERE pair.within_register = 'meeting' AND pair.within_id = meeting.meeting) AS "Pairs",
       (SELECT count(*) FROM pair
        WHERE pair.within_register = 'meeting' AND pair.within_id = meeting.meeting
          AND pair.paid_time = 'yes') AS "Of them paid",
       iif(EXISTS (SELECT 1 FROM support_offered AS offer
                   WHERE offer.to_everyone_support_kind = 'buddy'
                     AND (meeting.held_entry IS NULL OR offer.entry < meeting.held_entry)
                     AND (offer.to_everyone_meeting IS NULL
                          OR offer.to_everyone_meeting = meeting.meeting)), 'yes', NULL)
         AS "Offered to all",
       (SELECT count(*) FROM time_logged AS time
        WHERE time.meeting = meeting.meeting AND time.activity = 'buddying') AS "Times logged"
FROM meeting_list AS meeting
WHERE :initiative IS NULL OR meeting.initiative = :initiative
ORDER BY coalesce(meeting.scheduled_entry, meeting.held_entry)
