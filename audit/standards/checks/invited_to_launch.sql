-- invited_to_launch
-- People are invited to launches as contributors.
-- Needs: meetingScheduled, meetingHeld, messageSent, consentAnswered, participantLeft
-- Rule: NOT WRITTEN YET
-- Parameter n: between the invitation and the launch; calendar days; 14
-- Nothing: unknown; This check is not written yet.; meetingScheduled
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
