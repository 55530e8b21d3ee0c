-- When each entry happened, as a date: so many days before a meeting is worked out from the day of
-- the meeting. Null where nobody can say; first_day(date) and last_day(date) are its days.
CREATE VIEW entry_date AS
  SELECT entry.entry, entry.kind, entry.provenance,
         CASE WHEN entry.occurred_at_anchor IS NULL THEN nullif(entry.occurred_at, 'unknown')
              WHEN entry.occurred_at_distance IS NULL THEN NULL
              ELSE date(substr(coalesce(scheduled."start", held.occurred_at), 1, 10),
                        format('%+d minutes', entry.occurred_at_distance)) END AS date
  FROM entry
  LEFT JOIN meeting_scheduled AS scheduled
    ON entry.occurred_at_anchor LIKE 'meeting:%'
   AND scheduled.id = substr(entry.occurred_at_anchor, length('meeting:') + 1)
   AND scheduled.start_precision IN ('day', 'minute', 'second')
  LEFT JOIN meeting_held AS held
    ON entry.occurred_at_anchor LIKE 'meeting:%'
   AND held.entry = (SELECT min(h.entry) FROM meeting_held AS h
                     WHERE h.id = substr(entry.occurred_at_anchor, length('meeting:') + 1))
   AND held.occurred_at_precision IN ('day', 'minute', 'second');
