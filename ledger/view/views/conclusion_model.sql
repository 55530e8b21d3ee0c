-- Conclusions with what they rest on and where they stand. A part of the model names the larger
-- part it belongs to; one that another took the place of names that one.
CREATE VIEW conclusion_model AS
  SELECT drawn.entry, drawn.id AS conclusion, drawn.initiative, drawn.stage, drawn.conclusion_kind,
         drawn.text, drawn.works, drawn."by", drawn.section, drawn.mentions, drawn.provenance,
         (SELECT group_concat(value, ', ') FROM conclusion_drawn__part_of AS p
          WHERE p.entry = drawn.entry) AS part_of,
         (SELECT group_concat(value, ', ') FROM conclusion_drawn__from AS f
          WHERE f.entry = drawn.entry) AS rests_on,
         (SELECT group_concat(value, ', ') FROM conclusion_drawn__versions AS v
          WHERE v.entry = drawn.entry) AS versions,
         (SELECT group_concat(later.id, ', ')
          FROM conclusion_drawn__replaces AS r JOIN conclusion_drawn AS later
            ON later.entry = r.entry
          WHERE r.value = drawn.id) AS replaced_by
  FROM conclusion_drawn AS drawn;
