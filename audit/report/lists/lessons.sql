-- Lessons
-- What went well, went badly or was learned, for others to learn from. Limits of a result and
-- departures from the plan are in here too, and how many actions came of each.
SELECT learned.entry, learned.text AS "Lesson", learned.learning_kind AS "Kind:word",
       (SELECT group_concat(value, ', ') FROM learning_recorded__about AS a
        WHERE a.entry = learned.entry) AS "About:record",
       learned."by" AS "Told by:who",
       (SELECT count(*) FROM action_opened__because_of AS because
        WHERE because.value_register = 'entry'
          AND because.value_id = learned.statement_id) AS "Actions"
FROM learning_recorded AS learned
WHERE :initiative IS NULL OR learned.initiative = :initiative
ORDER BY learned.entry
