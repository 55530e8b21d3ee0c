-- How long before a meeting something happened: told as so many days before it, or worked out from
-- two dates that are each known to the day (`worked_out` 1). A time of day belongs to the day that
-- was said with it; a message sent after the meeting has a number below zero.
CREATE VIEW notice_given AS
  SELECT entry.entry, entry.kind, entry.register, entry.id,
         substr(entry.occurred_at_anchor, length('meeting:') + 1) AS meeting,
         -entry.occurred_at_distance / 1440 AS days_before,
         -entry.occurred_at_distance AS minutes_before, 0 AS worked_out, entry.provenance
  FROM entry
  WHERE entry.occurred_at_anchor LIKE 'meeting:%' AND entry.occurred_at_precision = 'before'
    AND entry.occurred_at_distance IS NOT NULL
  UNION ALL
  SELECT message.entry, 'messageSent', 'message', message.id, meeting.id,
         CAST(julianday(substr(meeting.start, 1, 10))
              - julianday(substr(message.occurred_at, 1, 10)) AS INTEGER),
         NULL, 1, message.provenance
  FROM message_sent AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND about.value_register = 'meeting'
  JOIN meeting_scheduled AS meeting ON meeting.id = about.value_id
  WHERE message.occurred_at_precision IN ('day', 'minute', 'second')
    AND meeting.start_precision IN ('day', 'minute', 'second');
