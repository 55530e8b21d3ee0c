-- fair_notice
-- Invitations give fair notice.
-- Needs: messageSent, meetingScheduled
-- Rule: The first invitation to a meeting went out to each person at least n days before the
--   meeting. Meetings that were called by the person or by a group they belong to are left out. For
--   somebody who was to be invited and has no invitation on record it is unknown once n days before
--   the meeting have passed.
-- Parameter n: between the invitation and the meeting; calendar days; 14
-- Nothing: notApplicable; Nobody was invited to a meeting.
WITH meeting AS MATERIALIZED (
  SELECT meeting, entry, initiative, first_day(coalesce(planned_start, date)) AS first,
         last_day(coalesce(planned_start, date)) AS last
  FROM meeting_day
), sent AS MATERIALIZED (
  SELECT about.value_id AS meeting, message.entry,
         CASE WHEN recorded.occurred_at_anchor = about.value
              THEN -recorded.occurred_at_distance / 1440 END AS days_told,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM message_sent AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND +about.value_register = 'meeting'
  JOIN entry AS recorded ON recorded.entry = message.entry
  JOIN entry_date AS happened ON happened.entry = message.entry
  WHERE message.what = 'invitation'
), invitation AS MATERIALIZED (
  SELECT sent.meeting, sent.entry, coalesce(days_told, meeting.first - sent.last) AS days_least,
         coalesce(days_told, meeting.last - sent.first) AS days_most
  FROM sent JOIN meeting ON meeting.meeting = sent.meeting
), invited AS (
  SELECT invitation.meeting, person.participant, invitation.entry, days_least, days_most
  FROM invitation CROSS JOIN message_person AS person ON person.entry = invitation.entry
  UNION ALL
  SELECT meeting.meeting, named.id, NULL, NULL, NULL
  FROM meeting
  JOIN meeting_scheduled__invited AS named
    ON named.entry = meeting.entry AND named.register = 'participant'
  UNION ALL
  SELECT meeting.meeting, member.participant, NULL, NULL, NULL
  FROM meeting
  JOIN meeting_scheduled__invited AS named
    ON named.entry = meeting.entry AND named.register = 'group'
  JOIN group_membership AS member
    ON member.group_id = named.id AND member.from_entry <= meeting.entry
   AND (member.until_entry IS NULL OR member.until_entry > meeting.entry)
), best AS MATERIALIZED (
  -- The invitation that surely came most days before; of these, the first one.
  SELECT meeting, participant, entry, days_least,
         min(CASE WHEN days_least IS NOT NULL THEN entry - days_least * 1000000000000
                  WHEN entry IS NOT NULL THEN 4000000000000000000 + entry
                  ELSE 5000000000000000000 END),
         sum(entry IS NOT NULL AND coalesce(days_most >= :n, 1)) AS perhaps_fair
  FROM invited GROUP BY meeting, participant
), told AS MATERIALIZED (
  SELECT best.*, meeting.initiative, meeting.entry AS meeting_entry, meeting.first,
         EXISTS (SELECT 1 FROM meeting_scheduled__called_by AS caller
                 WHERE caller.entry = meeting.entry
                   AND (caller.register = 'participant' AND caller.id = best.participant
                        OR caller.register = 'group'
                       AND EXISTS (SELECT 1 FROM group_membership AS member
                                   WHERE member.group_id = caller.id
                                     AND member.participant = best.participant))) AS has_called
  FROM best JOIN meeting ON meeting.meeting = best.meeting
)
SELECT CASE WHEN has_called THEN 'notApplicable'
            WHEN days_least >= :n THEN 'pass'
            WHEN entry IS NOT NULL AND NOT perhaps_fair THEN 'fail'
            WHEN entry IS NULL AND first - :n >= :today THEN 'notDue'
            ELSE 'unknown' END AS verdict,
       'meeting:' || meeting AS about, participant AS person, initiative, first AS day,
       CASE WHEN has_called THEN 'Called this meeting, alone or with a group.'
            WHEN entry IS NULL THEN
              format('No invitation to meeting %s is on record; %s promised.', meeting,
                     count_text(:n, 'day before was', 'days before were'))
            WHEN days_least IS NULL THEN
              format('How long before meeting %s the invitation went out is not recorded.', meeting)
            ELSE format('Invited %d day%s %s meeting %s%s; %s promised.',
                        abs(days_least), iif(abs(days_least) = 1, '', 's'),
                        iif(days_least < 0, 'after', 'before'), meeting,
                        coalesce(' on ' || day_text(first), ''),
                        count_text(:n, 'before was', 'before were')) END AS says,
       meeting_entry || coalesce(',' || entry, '') AS entries,
       iif(first IS NULL AND entry IS NOT NULL, 'meetingScheduled', 'messageSent') AS missing
FROM told
