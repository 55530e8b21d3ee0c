-- What came of it: results, differences made later, uses that were seen.
CREATE VIEW outcome_list AS
  SELECT outcome.entry, outcome.id AS outcome, outcome.initiative, outcome.outcome_kind,
         outcome.sign, outcome.text, outcome."by", outcome.who_was_asked, outcome.occurred_at,
         outcome.provenance,
         (SELECT group_concat(value, ', ') FROM outcome_recorded__of AS o
          WHERE o.entry = outcome.entry) AS "of"
  FROM outcome_recorded AS outcome;
