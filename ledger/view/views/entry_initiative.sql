-- The initiative that each entry belongs to: as it says itself, else that of its stage, else the
-- only one that the ledger has. Null where there are several and nothing says which.
CREATE VIEW entry_initiative AS
  SELECT entry.entry,
         CAST(coalesce(entry.initiative, stage.about,
                       (SELECT max(id) FROM initiative_opened HAVING count(*) = 1)) AS TEXT)
           AS initiative
  FROM entry LEFT JOIN stage_opened AS stage ON stage.id = entry.stage;
