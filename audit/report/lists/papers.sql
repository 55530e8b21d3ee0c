-- Papers and notice
-- What was sent for which meeting, to whom and how many days before. Whether everybody could use
-- it, and what a notice tells; a meeting that nothing was sent for has a row that says so.
SELECT coalesce(sent.entry, meeting.scheduled_entry) AS entry, meeting.meeting AS "Meeting",
       coalesce(sent.what, 'nothing on record') AS "What was sent:word", sent."to" AS "To:who",
       sent.how AS "How:word", sent.sent AS "Sent",
       iif(sent.days_before_meeting < 0,
           format('%d day%s after it', -sent.days_before_meeting,
                  iif(sent.days_before_meeting = -1, '', 's')),
           sent.days_before_meeting) AS "Days before",
       (SELECT group_concat(document.title || coalesce(' (' || document.pages || ' pages)', ''),
                            '; ')
        FROM message_sent__what_papers_documents AS document WHERE document.entry = sent.entry)
         AS "Papers",
       CASE WHEN sent.what IS NULL THEN 'nothing'
            WHEN sent.what NOT IN ('invitation', 'notice') THEN 'not what it is for'
            ELSE iif(coalesce(told.what_notice_who_will_be_there,
                              told.what_invitation_who_will_be_there) IS NULL, 'not ', '')
              || 'who comes, '
              || iif(coalesce(told.what_notice_minutes, told.what_invitation_minutes) IS NULL,
                     'not ', '') || 'how long, '
              || iif(coalesce(told.what_notice_what_is_asked, told.what_invitation_what_is_asked)
                     IS NULL, 'not ', '') || 'what is asked' END AS "Tells",
       sent.one_they_can_use AS "One they can use:word", sent.arrived AS "Arrived",
       sent.trouble_reported AS "Did not reach"
FROM meeting_list AS meeting
LEFT JOIN message_sent__about AS about
  ON about.value_register = 'meeting' AND about.value_id = meeting.meeting
LEFT JOIN message_delivery AS sent
  ON sent.entry = about.entry AND sent.what IN ('invitation', 'callForAgendaItems', 'notice',
                                                'papers', 'guidance', 'reminder')
LEFT JOIN message_sent AS told ON told.entry = sent.entry
WHERE (:initiative IS NULL OR meeting.initiative = :initiative)
  AND (sent.entry IS NOT NULL OR meeting.scheduled_entry IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM message_sent__about AS any_about JOIN message_sent AS other
      ON other.entry = any_about.entry
    WHERE any_about.value = 'meeting:' || meeting.meeting
      AND other.what IN ('invitation', 'callForAgendaItems', 'notice', 'papers', 'guidance',
                         'reminder')))
ORDER BY coalesce(meeting.scheduled_entry, meeting.held_entry), sent.entry
