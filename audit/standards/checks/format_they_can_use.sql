-- format_they_can_use
-- Papers and replies come in the format each person needs.
-- Needs: needsRecorded, messageSent, deliveryReported
-- Rule: Every message to somebody who had said before which formats they can use was recorded as
--   one they can use. Of a message that was not checked it is unknown. The needs themselves stay
--   sealed: only whether it was one they can use is looked at. A message recorded as one that
--   somebody cannot use counts, whatever is known of their needs.
-- Nothing: unknown; Nobody is on record as having said which formats they can use.; needsRecorded
WITH needs AS MATERIALIZED (
  SELECT participant, min(entry) AS entry FROM needs_recorded
  WHERE formats_state IS NOT NULL GROUP BY participant
), sent AS (
  SELECT sent.entry, sent.message, sent.participant, sent.belongs_to AS initiative,
         first_day(sent.date) AS day, needs.entry AS needs_entry, sent.can_use
  FROM message_person AS sent
  LEFT JOIN needs ON needs.participant = sent.participant AND needs.entry < sent.entry
)
SELECT CASE can_use WHEN 'yes' THEN 'pass' WHEN 'no' THEN 'fail' ELSE 'unknown' END AS verdict,
       'message:' || message AS about, participant AS person, initiative, day,
       format('Message %s%s %s.', message, coalesce(' of ' || day_text(day), ''),
              CASE can_use WHEN 'yes' THEN 'came in a format that they can use'
                           WHEN 'no' THEN 'came in a format that they cannot use'
                           WHEN 'notChecked' THEN 'was not checked for a format they can use'
                           ELSE 'does not say whether it is one that they can use' END) AS says,
       coalesce(needs_entry || ',', '') || entry AS entries, 'messageSent' AS missing
FROM sent
WHERE needs_entry IS NOT NULL OR can_use = 'no'
