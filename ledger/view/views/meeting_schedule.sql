-- The agenda of each meeting in the order it was put forward, planned and as it went.
CREATE VIEW meeting_schedule AS
  SELECT item.meeting, item.entry, item.id AS agenda_item, item.item, item.item_kind,
         item."start", item.clock_times, item.minutes, item.minutes_min AS minutes_number,
         item."by" AS proposed_by, item.led_by, item.room_size, item.provenance,
         settled.entry AS settled_entry, settled.outcome, settled.minutes AS minutes_taken,
         settled.led_by AS in_fact_led_by, settled.reason
  FROM agenda_item_proposed AS item
  LEFT JOIN agenda_item_settled AS settled
    ON settled.entry = (SELECT max(s.entry) FROM agenda_item_settled AS s
                        WHERE s.agenda_item = item.id);
