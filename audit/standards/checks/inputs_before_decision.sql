-- inputs_before_decision
-- Inputs come before the decision, not after it.
-- Needs: matterRaised, channelOpened, channelClosed, inputReceived, decisionMade, versionMade
-- Rule: NOT WRITTEN YET
-- Parameter n: how long inputs could be given; calendar days; 14
-- Nothing: unknown; This check is not written yet.; matterRaised
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
