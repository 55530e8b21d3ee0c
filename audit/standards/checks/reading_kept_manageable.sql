-- reading_kept_manageable
-- Reading is kept manageable.
-- Needs: messageSent
-- Rule: NOT WRITTEN YET
-- Parameter p: required reading for one meeting or sign-off; pages; 25
-- Parameter s: length of a summary that makes up for more; pages; 2
-- Nothing: unknown; This check is not written yet.; messageSent
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
