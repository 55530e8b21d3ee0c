-- actions_shared
-- Actions are shared among groups.
-- Needs: actionOpened, actionUpdated, meetingHeld, participantJoined
-- Rule: NOT WRITTEN YET
-- Parameter w: meetings in a row that are looked at together; meetings; 3
-- Parameter x: share of the actions that the lead organisation may hold; share of actions; 0.8
-- Nothing: unknown; This check is not written yet.; actionOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
