-- How late things are written down
-- Days between what happened and its record; a record made long after is easily a kind one.
-- Says: {in} of {all} entries were written down within a week.
-- Nothing: Nothing is on record.
-- Number: days
-- Opens: the rest
-- Partner: evidence; a quick record of what somebody worked out is no better for being quick.
WITH timed AS (
  SELECT day.entry, day.kind, day.provenance,
         CAST(julianday(date(entry.recorded_at, 'unixepoch')) - julianday(substr(day.date, 1, 10))
              AS INTEGER) AS days
  FROM entry_date AS day JOIN entry ON entry.entry = day.entry
  WHERE entry.author IS NOT NULL AND (:initiative IS NULL OR entry.initiative = :initiative)
)
SELECT NULL AS part, entry, NULL AS also, provenance,
       CASE WHEN days IS NULL THEN 'unknown' WHEN days <= 7 THEN 'in' ELSE 'out' END AS state,
       max(days, 0) AS number
FROM timed ORDER BY entry
