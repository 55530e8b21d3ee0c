-- papers_in_time
-- Papers reach people in time before the meeting.
-- Needs: meetingScheduled, messageSent, deliveryReported
-- Rule: Each required paper reached each person with lived experience whom it was sent to at least
--   n days before the meeting, both days by the ledger's calendar. Of a paper sent more than once
--   the last arrival counts. A paper that nobody says arrived is unknown.
-- Parameter n: between the arrival of the papers and the meeting; calendar days; 14
-- Nothing: notApplicable; No required paper was sent to anybody before a meeting.
WITH paper AS (
  SELECT sent.participant, meeting.id AS meeting, meeting.initiative, document.title,
         meeting.entry AS meeting_entry, first_day(meeting.start) AS meets,
         max(sent.entry) AS sent_entry, max(sent.arrival_entry) AS arrival_entry,
         max(last_day(sent.arrived)) AS arrived, max(sent.arrived IS NULL) AS is_unknown
  FROM message_person AS sent
  CROSS JOIN message_sent__what_papers_documents AS document
    ON document.entry = sent.entry AND document.required IS NOT 'no'
  CROSS JOIN message_sent__about AS about
    ON about.entry = sent.entry AND about.value_register = 'meeting'
  CROSS JOIN meeting_scheduled AS meeting ON meeting.id = about.value_id
  CROSS JOIN lived_expert AS expert ON expert.participant = sent.participant
  WHERE sent.what = 'papers'
  GROUP BY sent.participant, meeting.id, document.title
)
SELECT CASE WHEN meets IS NULL OR is_unknown THEN 'unknown'
            WHEN meets - arrived >= :n THEN 'pass'
            ELSE 'fail' END AS verdict,
       'meeting:' || meeting AS about, participant AS person, initiative, meets AS day,
       CASE WHEN meets IS NULL THEN format('The day of meeting %s is not recorded.', meeting)
            WHEN is_unknown THEN
              format('%s was sent for meeting %s; whether it arrived is not recorded.',
                     coalesce(title, 'A paper'), meeting)
            WHEN meets < arrived THEN
              format('%s came on %s, after meeting %s on %s; %s days before were promised.',
                     coalesce(title, 'A paper'), day_text(arrived), meeting, day_text(meets), :n)
            ELSE format('%s came on %s, %d day%s before meeting %s on %s; %s were promised.',
                        coalesce(title, 'A paper'), day_text(arrived), meets - arrived,
                        iif(meets - arrived = 1, '', 's'), meeting, day_text(meets), :n)
       END AS says,
       meeting_entry || ',' || sent_entry || ',' || arrival_entry AS entries,
       iif(meets IS NULL, 'meetingScheduled', 'deliveryReported') AS missing
FROM paper
