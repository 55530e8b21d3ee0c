-- support_around_stories
-- Before someone is asked for a personal story, support is offered and consent is recorded;
--   afterwards someone checks in.
-- Needs: involvementRequested, supportOffered, consentAnswered, inputReceived, supportGiven
-- Rule: NOT WRITTEN YET
-- Parameter n: from the story to the check-in; calendar days; 7
-- Nothing: unknown; This check is not written yet.; involvementRequested
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
