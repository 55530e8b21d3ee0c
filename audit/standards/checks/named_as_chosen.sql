-- named_as_chosen
-- How someone is named is their choice and can change.
-- Needs: creditChosen, creditPublished
-- Rule: NOT WRITTEN YET
-- Parameter n: from taking a name back until it is nowhere new; calendar days; 7
-- Nothing: unknown; This check is not written yet.; creditChosen
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
