-- Every group with how many are in it now and ever were, and the seats it was formed with.
CREATE VIEW group_size AS
  SELECT formed.entry, formed.id AS group_id, formed.group_kind, formed.title,
         formed.decision_rule, formed.voting_seats, formed.seats_for_lived_experience,
         formed.provenance,
         (SELECT count(*) FROM group_membership AS m
          WHERE m.group_id = formed.id AND m.until_entry IS NULL) AS members,
         (SELECT count(*) FROM group_membership AS m WHERE m.group_id = formed.id) AS ever
  FROM group_formed AS formed;
