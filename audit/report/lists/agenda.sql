-- Agenda
-- The plan of each meeting against what happened. Minutes planned and taken, who was to lead and
-- who led; an item that nobody said anything about since is not taken to have been held.
SELECT item.entry, item.meeting AS "Meeting", item.item AS "Item", item.item_kind AS "Kind:word",
       item.proposed_by AS "Put forward by:who",
       coalesce(item."start", item.clock_times) AS "Planned start",
       item.minutes AS "Minutes planned",
       CASE WHEN item.settled_entry IS NULL THEN 'nothing on record' ELSE item.outcome END
         AS "What became of it:word",
       item.minutes_taken AS "Minutes taken",
       item.minutes_taken - item.minutes_number AS "Longer by", item.led_by AS "To be led by:who",
       item.in_fact_led_by AS "Led by:who", item.reason AS "Why"
FROM meeting_schedule AS item
JOIN entry ON entry.entry = item.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY item.meeting, item.entry
