-- Reasons that several answers, decisions or plans share.
CREATE VIEW rationale_list AS
  SELECT shared.entry, shared.id AS rationale, shared.reason, shared."by", shared.provenance,
         (SELECT group_concat(value, ', ') FROM rationale_shared__about AS a
          WHERE a.entry = shared.entry) AS about
  FROM rationale_shared AS shared;
