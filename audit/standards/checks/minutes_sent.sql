-- minutes_sent
-- What was said is in the minutes and everyone who was there gets them.
-- Needs: meetingHeld, attendanceRecorded, messageSent, inputReceived
-- Rule: The minutes of each meeting were sent within n days to each participant and group on record
--   as having been there. Who was there without a name leaves it open. What was said at a meeting
--   names the meeting: what came by a route that is a meeting, and does not say which, breaks it.
-- Parameter n: from the meeting to the minutes; calendar days; 14
-- Nothing: unknown; No meeting that was held is on record, so nobody can tell.; meetingHeld
WITH met AS MATERIALIZED (
  SELECT coalesce(held.meeting, held.id) AS meeting, max(held.entry) AS entry,
         max(held.initiative) AS initiative, min(first_day(held_on.date)) AS met_first,
         max(last_day(held_on.date)) AS met_last, max(held.nobody_came = 'yes') AS nobody_came
  FROM meeting_held AS held JOIN entry_date AS held_on ON held_on.entry = held.entry
  GROUP BY coalesce(held.meeting, held.id)
), there AS MATERIALIZED (
  SELECT meeting, register, id, max(entry) AS entry FROM attendance_roll
  WHERE register IN ('participant', 'group') GROUP BY meeting, register, id
), told AS MATERIALIZED (
  SELECT meeting, max(entry) AS entry, max(register IS NOT NULL) AS some_named,
         max(register IS NULL OR register NOT IN ('participant', 'group')) AS some_nameless
  FROM (SELECT attended.meeting, attended.entry, roll.register, roll.entry AS roll_entry
        FROM attendance_recorded AS attended
        LEFT JOIN attendance_roll AS roll ON roll.entry = attended.entry)
  GROUP BY meeting
), minutes AS MATERIALIZED (
  SELECT about.value_id AS meeting, sent.entry, first_day(sent_on.date) AS earliest,
         last_day(sent_on.date) AS latest
  FROM message_sent AS sent
  JOIN message_sent__about AS about ON about.entry = sent.entry
  JOIN entry_date AS sent_on ON sent_on.entry = sent.entry
  WHERE sent.what = 'minutes' AND +about.value_register = 'meeting'
), recipient AS (
  SELECT minutes.*, 'participant' AS register, sent.participant AS id
  FROM minutes CROSS JOIN message_person AS sent ON sent.entry = minutes.entry
  UNION ALL
  SELECT minutes.*, whom.register, whom.id
  FROM minutes CROSS JOIN message_sent__to AS whom ON whom.entry = minutes.entry
  WHERE whom.register = 'group'
), received AS MATERIALIZED (
  SELECT meeting, register, id, entry, earliest, min(latest) AS latest,
         count(*) > count(latest) AS some_undated
  FROM recipient GROUP BY meeting, register, id
), seat AS MATERIALIZED (
  SELECT met.*, there.register, there.id, there.entry AS there_entry,
         received.entry AS sent_entry, received.earliest, received.latest,
         CASE WHEN met_first IS NULL OR met_last IS NULL THEN 'meetingUndated'
              WHEN received.latest - met_first <= :n THEN 'inTime'
              WHEN received.some_undated THEN 'minutesUndated'
              WHEN received.earliest - met_last > :n THEN 'late'
              WHEN received.entry IS NOT NULL THEN 'minutesUndated'
              WHEN :today - met_first <= :n THEN 'notDue'
              WHEN :today - met_last <= :n THEN 'meetingUndated'
              ELSE 'never' END AS result
  FROM met
  JOIN there ON there.meeting = met.meeting
  LEFT JOIN received
    ON received.meeting = met.meeting AND received.register = there.register
   AND received.id = there.id
)
SELECT CASE result WHEN 'inTime' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                   WHEN 'never' THEN 'fail' ELSE 'unknown' END AS verdict,
       'meeting:' || meeting AS about, iif(register = 'participant', id, NULL) AS person,
           initiative,
       met_first AS day,
       CASE result
         WHEN 'meetingUndated' THEN format('The exact day of meeting %s is not recorded.', meeting)
         WHEN 'minutesUndated' THEN
           format('Meeting %s was on %s; the exact day on which its minutes were sent is not '
                  || 'recorded.', meeting, day_text(met_first))
         WHEN 'notDue' THEN
           format('Meeting %s was on %s; there is time to send its minutes until %s.',
                                   meeting, day_text(met_first), day_text(met_first + :n))
         WHEN 'never' THEN
           format('Meeting %s was on %s; %s later there is no record that its minutes were '
                  || 'sent to %s, and %s promised.', meeting, day_text(met_last),
                  count_text(:today - met_last, 'day', 'days'),
                  iif(register = 'group', 'group ' || id, id), count_text(:n, 'was', 'were'))
         ELSE format('Meeting %s was on %s; its minutes were sent to %s on %s, %d day%s later; '
                     || '%s promised.', meeting, day_text(met_first),
                     iif(register = 'group', 'group ' || id, id), day_text(latest),
                     latest - met_first, iif(latest - met_first = 1, '', 's'),
                     count_text(:n, 'was', 'were'))
       END AS says,
       entry || ',' || there_entry || coalesce(',' || sent_entry, '') AS entries,
       iif(result = 'minutesUndated', 'messageSent', 'meetingHeld') AS missing
FROM seat
UNION ALL
SELECT 'unknown', 'meeting:' || met.meeting, NULL, met.initiative, met.met_first,
       iif(told.some_named,
           format('Of meeting %s not everybody who was there is on record by name.', met.meeting),
           format('Who was at meeting %s is not recorded by name.', met.meeting)),
       met.entry || coalesce(',' || told.entry, ''), 'attendanceRecorded'
FROM met LEFT JOIN told ON told.meeting = met.meeting
WHERE met.nobody_came IS NOT 1 AND (told.meeting IS NULL OR told.some_nameless)
UNION ALL
SELECT 'fail', 'input:' || input.id, NULL, input.initiative, first_day(came.date),
       format('Input %s came by route %s, which is a meeting; at which meeting it was said is not '
              || 'on record.', input.id, channel.id),
       input.entry || ',' || channel.entry, NULL
FROM channel_opened AS channel
JOIN input_received AS input ON input.channel = channel.id AND input.meeting IS NULL
JOIN entry_date AS came ON came.entry = input.entry
WHERE channel.channel_kind = 'meeting'
