-- heard_regularly
-- People hear something regularly, even when nothing changed.
-- Needs: initiativeOpened, initiativeClosed, participantJoined, participantLeft, messageSent,
--   deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: longest silence; calendar days; 60
-- Nothing: unknown; This check is not written yet.; initiativeOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
