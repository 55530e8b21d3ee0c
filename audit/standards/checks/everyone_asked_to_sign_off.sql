-- everyone_asked_to_sign_off
-- The finished work goes to everyone who took part for sign-off.
-- Needs: signOffOpened, messageSent, deliveryReported, attendanceRecorded, inputReceived,
--   participantLeft
-- Rule: NOT WRITTEN YET
-- Parameter n: how long the round is open; calendar days; 14
-- Nothing: unknown; This check is not written yet.; signOffOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
