-- notice_says_what_is_asked
-- The notice says who will be there, how long it lasts and what is being asked of you.
-- Needs: messageSent, meetingScheduled
-- Rule: A notice of each meeting says who will be there, how long it lasts, what is asked and whom
--   to ask, and was sent at least n days before. An invitation to the meeting that says all four is
--   as good as a notice; one that does not still leaves time for a notice. Papers, reminders and
--   calls for items have no place for these and do not count. Meetings that were cancelled are left
--   out. Until n days before the meeting a notice is not due.
-- Parameter n: between the notice and the meeting; calendar days; 7
-- Nothing: notApplicable; No meeting was scheduled.
WITH meeting AS MATERIALIZED (
  SELECT meeting, scheduled_entry AS entry, initiative,
         first_day(coalesce(planned_start, date)) AS first,
         last_day(coalesce(planned_start, date)) AS last
  FROM meeting_day WHERE scheduled_entry IS NOT NULL AND cancelled_entry IS NULL
), notice AS (
  SELECT about.value_id AS meeting, message.entry, message.id AS message,
         CASE WHEN recorded.occurred_at_anchor = about.value
              THEN -recorded.occurred_at_distance / 1440 END AS days_told,
         first_day(happened.date) AS sent_first, last_day(happened.date) AS sent_last,
         message.what,
         iif(trim(coalesce(message.what_notice_who_will_be_there,
                           message.what_invitation_who_will_be_there, '')) = '',
             ', who will be there', '')
         || iif(coalesce(message.what_notice_minutes, message.what_invitation_minutes) IS NULL,
                ', how long it lasts', '')
         || iif(trim(coalesce(message.what_notice_what_is_asked,
                              message.what_invitation_what_is_asked, '')) = '',
                ', what is asked', '')
         || iif(trim(coalesce(message.what_notice_whom_to_ask,
                              message.what_invitation_whom_to_ask, '')) = '', ', whom to ask', '')
           AS leaves_out
  FROM message_sent AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND +about.value_register = 'meeting'
  JOIN entry AS recorded ON recorded.entry = message.entry
  JOIN entry_date AS happened ON happened.entry = message.entry
  WHERE message.what IN ('notice', 'invitation')
), timed AS (
  SELECT notice.*, coalesce(days_told, meeting.first - sent_last) AS days_least,
         coalesce(days_told, meeting.last - sent_first) AS days_most
  FROM notice JOIN meeting ON meeting.meeting = notice.meeting
), judged AS (
  SELECT *, CASE WHEN leaves_out <> '' THEN iif(what = 'notice', 3, 4)
                 WHEN days_least >= :n THEN 1
                 WHEN days_most < :n THEN 3
                 ELSE 2 END AS rank
  FROM timed
), best AS (
  SELECT *, row_number() OVER (PARTITION BY meeting
                               ORDER BY rank, leaves_out <> '', days_least DESC, entry) AS nth
  FROM judged
)
SELECT CASE best.rank WHEN 1 THEN 'pass' WHEN 2 THEN 'unknown' WHEN 3 THEN 'fail'
         ELSE CASE WHEN meeting.first - :n >= :today THEN 'notDue'
                   WHEN meeting.last - :n < :today THEN 'fail'
                   ELSE 'unknown' END END AS verdict,
       'meeting:' || meeting.meeting AS about, NULL AS person, meeting.initiative,
       meeting.first AS day,
       CASE WHEN best.entry IS NULL THEN
              format('No notice of meeting %s is on record%s; %s promised.',
                     meeting.meeting,
                     coalesce(' (it is on ' || day_text(meeting.first) || ')',
                              ', nor the day of the meeting'),
                              count_text(:n, 'day before was', 'days before were'))
            WHEN best.leaves_out <> '' THEN
              format('The %s %s of meeting %s does not say: %s.', best.what, best.message,
                     meeting.meeting, substr(best.leaves_out, 3))
            WHEN best.days_least IS NULL THEN
              format('How long before meeting %s its %s %s went out is not recorded.',
                     meeting.meeting, best.what, best.message)
            ELSE format('The %s %s, which says all it should, went out %d day%s %s meeting '
                        || '%s%s; %s promised.', best.what, best.message,
                        abs(best.days_least), iif(abs(best.days_least) = 1, '', 's'),
                        iif(best.days_least < 0, 'after', 'before'), meeting.meeting,
                        coalesce(' on ' || day_text(meeting.first), ''),
                        count_text(:n, 'before was', 'before were')) END AS says,
       meeting.entry || coalesce(',' || best.entry, '') AS entries,
       iif(meeting.first IS NULL, 'meetingScheduled', 'messageSent') AS missing
FROM meeting LEFT JOIN best ON best.meeting = meeting.meeting AND best.nth = 1
