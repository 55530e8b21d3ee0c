-- Every participant who took part, in which initiative, and the entry that says so first: they were
-- at a meeting, or said something that is on record as an input. A null initiative: not recorded.
CREATE VIEW took_part AS
  SELECT participant, initiative, min(entry) AS entry
  FROM (
    SELECT participant, initiative, entry FROM input_received WHERE participant IS NOT NULL
    UNION ALL
    SELECT giver.id, input.initiative, input.entry
    FROM input_received AS input JOIN input_received__from AS giver ON giver.entry = input.entry
    WHERE giver.register = 'participant'
    UNION ALL
    SELECT who.id, coalesce(attended.initiative, scheduled.initiative, held.initiative),
           attended.entry
    FROM attendance_recorded AS attended
    JOIN attendance_recorded__people__who AS who ON who.entry = attended.entry
    LEFT JOIN meeting_scheduled AS scheduled ON scheduled.id = attended.meeting
    LEFT JOIN meeting_held AS held ON held.id = attended.meeting
    WHERE who.register = 'participant'
  )
  GROUP BY participant, initiative;
