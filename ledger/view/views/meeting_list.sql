-- Every meeting, scheduled or recorded only when it was held. What is said of the meeting held goes
-- before what was planned.
CREATE VIEW meeting_list AS
  WITH id AS (
    SELECT id AS meeting FROM meeting_scheduled
    UNION
    SELECT id FROM meeting_held WHERE id IS NOT NULL
  )
  SELECT id.meeting, scheduled.entry AS scheduled_entry, held.entry AS held_entry,
         coalesce(scheduled.initiative, held.initiative) AS initiative,
         coalesce(scheduled.stage, held.stage) AS stage,
         coalesce(held.meeting_kind, scheduled.meeting_kind) AS meeting_kind,
         coalesce(held.title, scheduled.title) AS title,
         coalesce(held.part_of, scheduled.part_of) AS part_of,
         scheduled."start" AS planned_start, scheduled.clock_times,
         scheduled.minutes AS planned_minutes, scheduled.minutes_min AS planned_minutes_number,
         held.occurred_at AS held_at, held.minutes AS held_minutes,
         held.minutes_min AS held_minutes_number,
         coalesce(held.how_many, scheduled.how_many) AS how_many,
         coalesce(held.place_kind, scheduled.place_kind) AS place_kind,
         coalesce(held.place, scheduled.place) AS place,
         coalesce(held.invited, scheduled.invited) AS invited,
         coalesce(held.called_by, scheduled.called_by) AS called_by,
         (SELECT group_concat(value, ', ') FROM meeting_held__topics AS t
          WHERE t.entry = held.entry) AS topics,
         held.nobody_came, held.provenance AS held_provenance,
         (SELECT min(c.entry) FROM meeting_cancelled AS c WHERE c.meeting = id.meeting)
           AS cancelled_entry
  FROM id
  LEFT JOIN meeting_scheduled AS scheduled ON scheduled.id = id.meeting
  LEFT JOIN meeting_held AS held
    ON held.entry = (SELECT min(h.entry) FROM meeting_held AS h
                     WHERE h.id = id.meeting OR h.meeting = id.meeting);
