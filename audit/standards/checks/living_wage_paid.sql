-- living_wage_paid
-- The hourly rate is at least the real Living Wage in force that day, or the person's own
--   recorded choice.
-- Needs: timeLogged, paymentMade, paymentFormChosen, supportOffered, rateSet, participantJoined,
--   standardAdopted
-- Rule: NOT WRITTEN YET
-- Parameter m: which date of the wage table counts: announced, or implement_by; mode; announced
-- Nothing: unknown; This check is not written yet.; timeLogged
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
