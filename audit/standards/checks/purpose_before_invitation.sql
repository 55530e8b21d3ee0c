-- purpose_before_invitation
-- Why people are being involved, and what for, is written down before anyone is invited.
-- Needs: initiativeOpened, messageSent
-- Rule: NOT WRITTEN YET
-- Parameter min_chars: length of the written reason; characters; 40
-- Nothing: unknown; This check is not written yet.; initiativeOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
