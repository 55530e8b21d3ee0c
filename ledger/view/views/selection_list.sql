-- Calls and what became of them: who was sought, who chose, and how many were not chosen.
CREATE VIEW selection_list AS
  SELECT selected.entry, selected.call, called.whose_experience, selected.step, selected.who,
         selected.selected_by, selected.asked, selected.interested, selected.chosen,
         selected.turned_down, selected.turned_down_told_why, selected.from_groups_not_yet_heard,
         selected.why, selected.provenance
  FROM selection_made AS selected LEFT JOIN call_opened AS called ON called.id = selected.call;
