-- fair_notice
-- Invitations give fair notice.
-- Needs: messageSent, meetingScheduled
-- Rule: NOT WRITTEN YET
-- Parameter n: between the invitation and the meeting; calendar days; 14
-- Nothing: unknown; This check is not written yet.; messageSent
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
