-- Every meeting with the date on which it was held or, until then, is planned for; and with the
-- initiative it belongs to. `date` is null where nobody can say.
CREATE VIEW meeting_day AS
  SELECT meeting.meeting, coalesce(meeting.scheduled_entry, meeting.held_entry) AS entry,
         meeting.scheduled_entry, meeting.held_entry, meeting.cancelled_entry,
         belongs.initiative, meeting.stage, meeting.meeting_kind, meeting.part_of,
         meeting.place_kind, meeting.nobody_came,
         nullif(meeting.planned_start, 'unknown') AS planned_start,
         coalesce(held.date, nullif(meeting.planned_start, 'unknown')) AS date
  FROM meeting_list AS meeting
  JOIN entry_initiative AS belongs
    ON belongs.entry = coalesce(meeting.scheduled_entry, meeting.held_entry)
  LEFT JOIN entry_date AS held ON held.entry = meeting.held_entry;
