-- format_they_can_use
-- Papers and replies come in the format each person needs.
-- Needs: needsRecorded, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; needsRecorded
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
