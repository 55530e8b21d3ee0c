-- every_answer_recorded
-- Each person's answer, or silence after reminders, is recorded.
-- Needs: signOffOpened, signOffGiven, signOffClosed, messageSent
-- Rule: NOT WRITTEN YET
-- Parameter r: reminders before silence is recorded; messages; 2
-- Nothing: unknown; This check is not written yet.; signOffOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
