-- work_person
-- Who had a part in a work, each once: said something about it, came to a meeting about it, or told
-- of their contribution. `entry` says so first.
CREATE VIEW work_person AS
  WITH meeting_about AS (
    SELECT scheduled.id AS meeting, about.value_register, about.value_id
    FROM meeting_scheduled AS scheduled JOIN meeting_scheduled__about AS about USING (entry)
    UNION
    SELECT coalesce(held.meeting, held.id), about.value_register, about.value_id
    FROM meeting_held AS held JOIN meeting_held__about AS about USING (entry)
  ), told AS (
    SELECT about.value_register, about.value_id, input.participant, input.entry
    FROM input_received__about AS about JOIN input_received AS input USING (entry)
    WHERE input.participant IS NOT NULL
    UNION ALL
    SELECT about.value_register, about.value_id, giver.id, about.entry
    FROM input_received__about AS about JOIN input_received__from AS giver USING (entry)
    WHERE giver.register = 'participant'
    UNION ALL
    SELECT about.value_register, about.value_id, who.id, came.entry
    FROM meeting_about AS about
    JOIN attendance_recorded AS came ON came.meeting = about.meeting
    JOIN attendance_recorded__people__who AS who
      ON who.entry = came.entry AND who.register = 'participant'
    UNION ALL
    SELECT 'work', work, participant, entry FROM contribution_declared
  )
  SELECT iif(value_register = 'work', value_id, substr(value_id, 1, instr(value_id, '@') - 1))
      AS work,
         participant, min(entry) AS entry
  FROM told WHERE value_register IN ('work', 'workVersion')
  GROUP BY 1, participant;
