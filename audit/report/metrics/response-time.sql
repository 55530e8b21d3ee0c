-- Days to an answer
-- How many days people waited; those who still wait count with the days so far.
-- Says: {in} of {all} inputs that ask for something have an answer, both days known.
-- Nothing: No input that asks for something is on record.
-- Waiting: days
-- Partner: verified-fair; a quick answer that nobody finds fair is only quick.
WITH asked AS (
  SELECT said.entry, said.register, said.id, said.provenance, said.occurred_at
  FROM input_asking AS said WHERE :initiative IS NULL OR said.initiative = :initiative
), answer AS (
  SELECT link.register, link.id, response.entry, response.provenance
  FROM input_answer AS link JOIN response_given AS response USING (entry)
  UNION ALL
  SELECT 'concern', concern, entry, provenance FROM concern_reply
), first AS (
  SELECT register, id, min(iif(provenance IS NOT 'inferred', entry, NULL)) AS entry,
         min(entry) AS any_entry
  FROM answer GROUP BY register, id
), timed AS (
  SELECT asked.entry, asked.provenance, first.entry AS answer_entry, first.any_entry,
         iif(length(said.date) >= 10, substr(said.date, 1, 10), NULL) AS said_day,
         iif(length(told.date) >= 10, substr(told.date, 1, 10), NULL) AS answer_day
  FROM asked
  LEFT JOIN first ON first.register = asked.register AND first.id = asked.id
  LEFT JOIN entry_date AS said ON said.entry = asked.entry
  LEFT JOIN entry_date AS told ON told.entry = first.entry
)
SELECT NULL AS part, entry, answer_entry AS also, provenance,
       CASE WHEN said_day IS NULL THEN 'unknown'
            WHEN answer_entry IS NOT NULL THEN iif(answer_day IS NULL, 'unknown', 'in')
            WHEN any_entry IS NOT NULL THEN 'unknown' ELSE 'out' END AS state,
       CASE WHEN said_day IS NULL OR answer_entry IS NOT NULL AND answer_day IS NULL
                 OR answer_entry IS NULL AND any_entry IS NOT NULL THEN NULL
            ELSE max(0, CAST(julianday(coalesce(answer_day, :today)) - julianday(said_day)
                             AS INTEGER)) END AS number
FROM timed ORDER BY entry
