-- The stages of each initiative, in the order they were opened.
CREATE VIEW stage_list AS
  SELECT opened.entry, opened.id AS stage, opened.about AS initiative, opened.title,
         opened.stage_kind, opened.aim, opened.planned, opened.follows, opened.provenance,
         closed.entry AS closed_entry, closed.how AS closed_how, closed.what_it_changed
  FROM stage_opened AS opened
  LEFT JOIN stage_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM stage_closed AS c WHERE c.about = opened.id);
