-- What was said about a participant, one row each time: joining, then every change.
CREATE VIEW participant_statement AS
  SELECT entry, id AS participant, organisation, pay_region, paid_by, found, outside_formal_group,
         "from" AS since, provenance, 1 AS joined
  FROM participant_joined
  UNION ALL
  SELECT entry, participant, organisation, pay_region, paid_by, found, outside_formal_group,
         "from", provenance, 0
  FROM participant_changed;
