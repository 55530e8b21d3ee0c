-- limits_said_up_front
-- What cannot be changed is said up front; a limit cannot be invented later to refuse an input.
-- Needs: limitsDeclared, inputReceived, responseGiven
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; limitsDeclared
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
