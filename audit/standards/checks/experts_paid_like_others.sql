-- experts_paid_like_others
-- If anyone else is paid for being there, so are people with lived experience.
-- Needs: participantJoined, participantChanged, timeLogged, paymentMade, paymentOffered,
--   paymentFormChosen
-- Rule: NOT WRITTEN YET
-- Nothing: unknown; This check is not written yet.; participantJoined
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
