-- Who was ever handed or offered each action: at first, or by an update; one row for each piece of
-- "who". `entry` says so.
CREATE VIEW action_hand AS
  SELECT entry AS action, entry, register, id, description FROM action_opened__to
  UNION ALL
  SELECT action.entry, told.entry, whom.register, whom.id, whom.description
  FROM action_updated AS told
  JOIN action_opened AS action ON action.id = told.action
  JOIN action_updated__handed_to AS whom ON whom.entry = told.entry;
