-- timeline_told
-- People get a timeline early and are told when it changes.
-- Needs: participantJoined, planSet, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: from joining to the timeline; calendar days; 14
-- Parameter m: from a change of plan to telling it; calendar days; 7
-- Nothing: unknown; This check is not written yet.; participantJoined
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
