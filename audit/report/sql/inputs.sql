-- What people said and what came of it.

-- :said
-- Those without an answer first; of these the personal ones and then the oldest first.
WITH state AS (
  SELECT status.*,
         EXISTS (SELECT 1 FROM input_revised AS later
                 WHERE later.input = status.input AND status.register = 'input'
                   AND later.revision = 'withdrawn') AS withdrawn
  FROM input_status AS status
  WHERE :initiative IS NULL OR status.initiative IS :initiative
)
SELECT state.register, state.input AS id, state.entry, state.provenance, state.text,
       state.text_state, state."from" AS giver, state.asks_for_something AS asks, state.withdrawn,
       state.responded AS link,
       (SELECT said.meeting FROM input_received AS said WHERE said.entry = state.entry) AS meeting
FROM state JOIN entry USING (entry)
ORDER BY CASE link WHEN 'none' THEN 0 WHEN 'unresolved' THEN 1 WHEN 'inferred' THEN 2 ELSE 3 END,
         EXISTS (SELECT 1 FROM sealed_field AS sealed
                 WHERE sealed.of_entry = state.entry AND sealed.field = 'story') DESC,
         coalesce(entry.occurred_at_first, 9223372036854775807), state.entry

-- :answers
SELECT answer.register, answer.id, given.entry, given.id AS response, given.provenance,
       given.disposition, given.text, given.reason, given.reason_code, given."by"
FROM input_answer AS answer JOIN response_given AS given ON given.entry = answer.entry
WHERE :initiative IS NULL OR given.initiative IS :initiative
UNION ALL
SELECT 'concern', concern, entry, NULL, provenance, outcome,
       iif(text_state = 'public', text, NULL), NULL, NULL, "by"
FROM concern_reply
ORDER BY 3

-- :changes
SELECT change.register, change.input AS id, change.entry, change.provenance, change.version,
       change.section, change.action, change.what_changed, change.change_class
FROM input_change AS change JOIN entry USING (entry)
WHERE :initiative IS NULL OR entry.initiative IS :initiative
ORDER BY change.entry

-- :told
-- Messages that name an input, a concern or an answer; whether they arrived is another matter.
SELECT about.value_register AS register, about.value_id AS id, sent.entry, sent.provenance,
       sent.id AS message, sent.what, nullif(sent.arrived, 'unknown') AS arrived,
       EXISTS (SELECT 1 FROM delivery_reported AS report WHERE report.message = sent.id
               AND nullif(report.arrived, 'unknown') IS NOT NULL)
         AS arrival_reported,
       EXISTS (SELECT 1 FROM delivery_reported AS report WHERE report.message = sent.id
               AND (report.not_arrived_why IS NOT NULL OR report.trouble_state IS NOT NULL))
         AS trouble_reported
FROM message_sent__about AS about JOIN message_sent AS sent USING (entry)
WHERE about.value_register IN ('input', 'concern', 'response')
  AND (:initiative IS NULL OR sent.initiative IS :initiative)
ORDER BY sent.entry

-- :verdicts
SELECT response, verdict, met, entry, provenance FROM response_judged
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY entry
