-- Every action as it stands: the last that was recorded, else "open".
CREATE VIEW action_state AS
  SELECT action.entry, action.id AS action, action.initiative, action.stage, action.what,
         coalesce((SELECT u.handed_to FROM action_updated AS u
                   WHERE u.action = action.id AND u.handed_to IS NOT NULL
                   ORDER BY u.entry DESC LIMIT 1), action."to") AS whose,
         action.how, action.stage_of_work, action.kind_of_work, action.meeting,
         coalesce((SELECT u.new_due FROM action_updated AS u
                   WHERE u.action = action.id AND u.new_due IS NOT NULL
                   ORDER BY u.entry DESC LIMIT 1), action.due) AS due,
         coalesce(updated.state, 'open') AS state, updated.entry AS state_entry, updated.why,
         action.provenance
  FROM action_opened AS action
  LEFT JOIN action_updated AS updated
    ON updated.entry = (SELECT max(u.entry) FROM action_updated AS u WHERE u.action = action.id);
