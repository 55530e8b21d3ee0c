-- claims_tied_to_record
-- A claim in a report is tied to the record.
-- Needs: claimPublished, reportPublished, findingRaised
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; claimPublished
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
