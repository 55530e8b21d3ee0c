-- you_said_we_did_sent
-- Each workshop gets a "You said, we did".
-- Needs: meetingHeld, messageSent, inputReceived
-- Rule: NOT WRITTEN YET
-- Parameter n: from the workshop to You said, we did; calendar days; 42
-- Nothing: unknown; This check is not written yet.; meetingHeld
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
