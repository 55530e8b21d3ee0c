-- papers_in_time
-- Papers reach people in time before the meeting.
-- Needs: meetingScheduled, messageSent, deliveryReported
-- Rule: Each required paper reached each person with lived experience whom it was sent to at least
--   n days before the meeting, both days by the ledger's calendar. Of a paper sent more than once
--   the last arrival counts. A paper that nobody says arrived is unknown.
-- Parameter n: between the arrival of the papers and the meeting; calendar days; 14
-- Nothing: notApplicable; No required paper was sent to anybody before a meeting.
WITH sent_paper AS (
  -- How many days before the meeting each copy came: told as so many, or worked out from two days.
  SELECT sent.participant, meeting.id AS meeting, meeting.initiative,
         coalesce(document.title, 'A paper') AS title, meeting.entry AS meeting_entry,
         first_day(meeting.start) AS meets, last_day(sent.arrived) AS arrived, sent.arrived AS told,
         sent.entry AS sent_entry, sent.arrival_entry,
         iif(sent.arrived = CAST(sent.arrived AS INTEGER) || ' days before meeting:' || meeting.id,
             CAST(sent.arrived AS INTEGER), first_day(meeting.start) - last_day(sent.arrived))
           AS days_before
  FROM message_sent__what_papers_documents AS document
  CROSS JOIN message_sent__about AS about
    ON about.entry = document.entry AND about.value_register = 'meeting'
  CROSS JOIN meeting_scheduled AS meeting ON meeting.id = about.value_id
  CROSS JOIN message_person AS sent ON sent.entry = document.entry AND sent.what = 'papers'
  CROSS JOIN lived_expert AS expert ON expert.participant = sent.participant
  WHERE document.required IS NOT 'no'
), paper AS (
  SELECT participant, meeting, initiative, title, meeting_entry, meets, max(arrived) AS arrived,
         max(sent_entry) AS sent_entry, max(arrival_entry) AS arrival_entry,
         max(told IS NULL) AS is_untold, max(days_before IS NULL) AS is_unknown,
         min(days_before) AS days_before
  FROM sent_paper GROUP BY participant, meeting, title
)
SELECT CASE WHEN is_unknown THEN 'unknown' WHEN days_before >= :n THEN 'pass' ELSE 'fail' END
         AS verdict,
       'meeting:' || meeting AS about, participant AS person, initiative, meets AS day,
       CASE WHEN is_untold THEN
              format('%s was sent for meeting %s; whether it arrived is not recorded.', title,
                     meeting)
            WHEN is_unknown THEN
              format('The day of meeting %s, or that on which %s came, is not recorded.', meeting,
                     title)
            WHEN days_before < 0 THEN
              format('%s came on %s, after meeting %s on %s; %s promised.',
                     title, day_text(arrived), meeting, day_text(meets),
                     count_text(:n, 'day before was', 'days before were'))
            ELSE format('%s came%s, %d day%s before meeting %s%s; %s promised.', title,
                        coalesce(' on ' || day_text(arrived), ''), days_before,
                        iif(days_before = 1, '', 's'), meeting,
                        coalesce(' on ' || day_text(meets), ''), count_text(:n, 'was', 'were'))
       END AS says,
       meeting_entry || ',' || sent_entry || ',' || arrival_entry AS entries,
       iif(is_untold, 'deliveryReported', 'meetingScheduled') AS missing
FROM paper
