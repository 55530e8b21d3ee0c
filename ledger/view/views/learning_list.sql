-- What went well or badly, was learned, limits the result or departed from the plan.
CREATE VIEW learning_list AS
  SELECT learned.entry, learned.initiative, learned.stage, learned.learning_kind, learned.text,
         learned."by", learned.occurred_at, learned.provenance,
         (SELECT group_concat(value, ', ') FROM learning_recorded__about AS a
          WHERE a.entry = learned.entry) AS about
  FROM learning_recorded AS learned;
