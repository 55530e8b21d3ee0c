-- What changed, and because of whom: one row for each change.
CREATE VIEW change_list AS
  SELECT change.entry, change.initiative, change.stage, change.what_changed, change.version,
         change.section, change.action, change.change_class, change."by", change.provenance,
         (SELECT group_concat(value, ', ') FROM change_made__inputs AS i
          WHERE i.entry = change.entry) AS inputs,
         (SELECT group_concat(value, ', ') FROM change_made__concerns AS c
          WHERE c.entry = change.entry) AS concerns,
         (SELECT group_concat(value, ', ') FROM change_made__decisions AS d
          WHERE d.entry = change.entry) AS decisions,
         (SELECT group_concat(giver, ', ') FROM (
            SELECT DISTINCT said."from" AS giver
            FROM change_made__inputs AS i JOIN input_statement AS said
              ON said.register = 'input' AND said.id = i.value
            WHERE i.entry = change.entry)) AS because_of_whom
  FROM change_made AS change;
