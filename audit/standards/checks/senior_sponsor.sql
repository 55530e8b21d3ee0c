-- senior_sponsor
-- Someone senior is answerable.
-- Needs: roleAssigned, roleEnded, initiativeOpened
-- Rule: NOT WRITTEN YET
-- Parameter g: longest gap without a sponsor; calendar days; 30
-- Nothing: unknown; This check is not written yet.; roleAssigned
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
