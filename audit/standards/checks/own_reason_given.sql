-- own_reason_given
-- Every declined, part-taken or deferred input has its own reason.
-- Needs: responseGiven, rationaleShared
-- Rule: NOT WRITTEN YET
-- Parameter c: length of a reason; characters; 25
-- Parameter b: inputs that may have the same reason word for word; inputs; 5
-- Nothing: unknown; This check is not written yet.; responseGiven
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
