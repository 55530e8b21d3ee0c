-- bad_news_reported
-- Bad news is reported.
-- Needs: outcomeRecorded, reportPublished
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; outcomeRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
