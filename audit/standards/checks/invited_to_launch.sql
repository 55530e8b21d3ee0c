-- invited_to_launch
-- People are invited to launches as contributors.
-- Needs: meetingScheduled, meetingHeld, messageSent, deliveryReported, consentAnswered,
--   participantLeft
-- Rule: Everybody who took part in the initiative before the launch, and may be contacted, was
--   sent an invitation about it at least n days before. Whoever left is asked only if they may
--   still be contacted. An invitation that did not reach them is none.
-- Parameter n: between the invitation and the launch; calendar days; 14
-- Nothing: notApplicable; No launch is on record.
WITH launch AS MATERIALIZED (
  SELECT scheduled.id AS meeting, scheduled.initiative, scheduled.entry,
         first_day(scheduled.start) AS day
  FROM meeting_scheduled AS scheduled
  WHERE scheduled.meeting_kind = 'launch'
    AND NOT EXISTS (SELECT 1 FROM meeting_cancelled AS gone WHERE gone.meeting = scheduled.id)
  UNION ALL
  SELECT held.id, held.initiative, held.entry, first_day(happened.date)
  FROM meeting_held AS held JOIN entry_date AS happened USING (entry)
  WHERE held.meeting_kind = 'launch' AND held.meeting IS NULL
), invitation AS MATERIALIZED (
  SELECT about.value_id AS meeting, sent.participant, sent.entry,
         min(last_day(coalesce(sent.date, sent.arrived))) AS sent_on
  FROM launch
  CROSS JOIN message_sent__about AS about
    ON about.value_register = 'meeting' AND about.value_id = launch.meeting
  CROSS JOIN message_person AS sent ON sent.entry = about.entry
  WHERE sent.what = 'invitation' AND sent.trouble_entry IS NULL
  GROUP BY about.value_id, sent.participant
), asked AS (
  SELECT launch.*, person.participant, person.entry AS part_entry, person.left_entry,
         person.may_be_contacted, invitation.entry AS sent_entry, invitation.sent_on,
         launch.day - :n AS by_day
  FROM launch
  LEFT JOIN initiative_person AS person ON person.initiative IS launch.initiative
  LEFT JOIN entry_date AS happened ON happened.entry = person.entry
  LEFT JOIN invitation
    ON invitation.meeting = launch.meeting AND invitation.participant = person.participant
  WHERE NOT coalesce(first_day(happened.date) > launch.day, 0)
)
SELECT CASE WHEN participant IS NULL THEN 'notApplicable'
            WHEN sent_entry IS NULL AND may_be_contacted = 'no' THEN 'notApplicable'
            WHEN sent_entry IS NULL AND may_be_contacted IS NULL OR day IS NULL THEN 'unknown'
            WHEN sent_entry IS NULL THEN iif(:today > by_day, 'fail', 'notDue')
            WHEN sent_on IS NULL THEN 'unknown'
            WHEN sent_on <= by_day THEN 'pass'
            ELSE 'fail' END AS verdict,
       'meeting:' || meeting AS about, participant AS person, initiative, day,
       format('Launch %s is on %s; ', meeting, coalesce(day_text(day),
           'a day that is not recorded'))
         || CASE WHEN participant IS NULL
             THEN 'nobody had taken part before, as far as is recorded.'
                 WHEN sent_entry IS NULL AND may_be_contacted = 'no' THEN
                   'this person left and may not be contacted.'
                 WHEN sent_entry IS NULL AND may_be_contacted IS NULL THEN
                   'whether this person, who left, may be contacted is not recorded.'
                 WHEN sent_entry IS NULL THEN
                   format('no invitation is on record; it is due by %s.',
                          coalesce(day_text(by_day),
                                   count_text(:n, 'day', 'days') || ' before'))
                 WHEN sent_on IS NULL THEN 'when the invitation was sent is not recorded.'
                 WHEN sent_on > day THEN
                   format('the invitation was sent after it, on %s.', day_text(sent_on))
                 ELSE format('the invitation was sent on %s, %s day%s before; %s promised.',
                             day_text(sent_on), coalesce(day - sent_on, 'nobody knows how many'),
                             iif(day - sent_on = 1, '', 's'),
                             count_text(:n, 'was', 'were')) END AS says,
       entry || coalesce(',' || part_entry, '') || coalesce(',' || left_entry, '')
         || coalesce(',' || sent_entry, '') AS entries,
       CASE WHEN day IS NULL THEN 'meetingScheduled' WHEN sent_entry IS NULL THEN 'participantLeft'
            ELSE 'messageSent' END AS missing
FROM asked
