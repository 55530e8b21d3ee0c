-- Planned minutes of each meeting by kind of agenda item. "rooms" run side by side with something
-- else and are in no sum of the whole. Items without a length are counted, and not as zero.
CREATE VIEW meeting_minutes AS
  SELECT meeting, item_kind, count(*) AS items, sum(minutes_number) AS minutes,
         sum(minutes_number IS NULL) AS without_length, group_concat(entry) AS entries
  FROM meeting_schedule GROUP BY meeting, item_kind;
