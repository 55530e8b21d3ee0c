-- guidance_for_session_leaders
-- People who lead sessions get a schedule and guidance in advance.
-- Needs: roleAssigned, messageSent, deliveryReported
-- Rule: NOT WRITTEN YET
-- Parameter n: between the guidance and the session; calendar days; 3
-- Nothing: unknown; This check is not written yet.; roleAssigned
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
