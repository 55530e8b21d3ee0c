-- place_chosen_together
-- Meetings are held somewhere people are comfortable, chosen with them.
-- Needs: meetingScheduled
-- Rule: NOT WRITTEN YET
-- Parameter x: share of meetings in a place chosen together; share of meetings; 0.5
-- Nothing: unknown; This check is not written yet.; meetingScheduled
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
