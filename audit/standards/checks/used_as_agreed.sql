-- used_as_agreed
-- Stories, quotes and recordings are used only as agreed.
-- Needs: consentAsked, consentAnswered, quoteUsed, evidenceKept, attendanceRecorded
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; consentAsked
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
