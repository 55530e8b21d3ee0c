-- load_shared
-- Requests are shared out; nobody is overloaded.
-- Needs: involvementRequested, involvementAnswered, timeLogged, needsRecorded
-- Rule: NOT WRITTEN YET
-- Parameter d: period over which hours are added up; calendar days; 90
-- Parameter x: share of the requests that one person may carry; share of requests; 0.5
-- Nothing: unknown; This check is not written yet.; involvementRequested
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
