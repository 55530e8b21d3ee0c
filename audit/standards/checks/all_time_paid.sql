-- all_time_paid
-- Preparation, reading and admin time is paid, not just meetings.
-- Needs: timeLogged, paymentMade, messageSent
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; timeLogged
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
