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
), invitation AS MATERIALIZED (
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
), invited AS MATERIALIZED (
  SELECT invitation.meeting, sent.participant, sent.entry,
         coalesce(days_told, meeting.first - invitation.last) AS days_least,
         coalesce(days_told, meeting.last - invitation.first) AS days_most
  FROM invitation
  JOIN meeting ON meeting.meeting = invitation.meeting
  JOIN message_person AS sent ON sent.entry = invitation.entry
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
), best AS (
  SELECT meeting, participant, entry, days_least,
         row_number() OVER (PARTITION BY meeting, participant
                            ORDER BY days_least IS NULL, days_least DESC, entry IS NULL, entry)
           AS nth,
         max(iif(entry IS NULL, NULL, coalesce(days_most, 1000000000)))
           OVER (PARTITION BY meeting, participant) AS days_most
  FROM invited
), called AS MATERIALIZED (
  SELECT meeting.meeting, caller.id AS participant
  FROM meeting
  JOIN meeting_scheduled__called_by AS caller
    ON caller.entry = meeting.entry AND caller.register = 'participant'
  UNION
  SELECT meeting.meeting, member.participant
  FROM meeting
  JOIN meeting_scheduled__called_by AS caller
    ON caller.entry = meeting.entry AND caller.register = 'group'
  JOIN group_membership AS member ON member.group_id = caller.id
)
SELECT CASE WHEN called.meeting IS NOT NULL THEN 'notApplicable'
            WHEN best.days_least >= :n THEN 'pass'
            WHEN best.days_most < :n THEN 'fail'
            WHEN best.entry IS NULL AND meeting.first - :n >= :today THEN 'notDue'
            ELSE 'unknown' END AS verdict,
       'meeting:' || meeting.meeting AS about, best.participant AS person, meeting.initiative,
       meeting.first AS day,
       CASE WHEN called.meeting IS NOT NULL THEN
              'Called this meeting, alone or with a group.'
            WHEN best.entry IS NULL THEN
              format('No invitation to meeting %s is on record; %s promised.',
                     meeting.meeting, count_text(:n, 'day before was', 'days before were'))
            WHEN best.days_least IS NULL THEN
              format('How long before meeting %s the invitation went out is not recorded.',
                     meeting.meeting)
            ELSE format('Invited %d day%s %s meeting %s%s; %s promised.',
                        abs(best.days_least), iif(abs(best.days_least) = 1, '', 's'),
                        iif(best.days_least < 0, 'after', 'before'), meeting.meeting,
                        coalesce(' on ' || day_text(meeting.first), ''),
                        count_text(:n, 'before was', 'before were')) END AS says,
       meeting.entry || coalesce(',' || best.entry, '') AS entries,
       iif(meeting.first IS NULL AND best.entry IS NOT NULL, 'meetingScheduled', 'messageSent')
         AS missing
FROM best
JOIN meeting ON meeting.meeting = best.meeting
LEFT JOIN called ON called.meeting = best.meeting AND called.participant = best.participant
WHERE best.nth = 1
