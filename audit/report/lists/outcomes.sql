-- Outcomes
-- What came of it, good or bad: results, differences made later, and uses that somebody saw. Each
-- says who was asked.
SELECT outcome.entry, outcome.outcome AS "Outcome", outcome.text AS "What",
       outcome."of" AS "Of:record", outcome.outcome_kind AS "Kind:word",
       outcome.sign AS "Sign:word",
       outcome.who_was_asked AS "Who was asked:who", outcome.occurred_at AS "When"
FROM outcome_list AS outcome
WHERE :initiative IS NULL OR outcome.initiative = :initiative
ORDER BY outcome.entry
