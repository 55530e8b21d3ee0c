-- Budgets
-- The money for doing it properly, line by line. What was set aside, and how many costs are on
-- record for it besides pay. A line with nothing says why.
SELECT budget.entry, coalesce('group ' || budget."group", 'initiative ' || budget.about) AS "For",
       line.line AS "Line:word",
       CASE line.amount WHEN 'set' THEN line.amount_set WHEN 'nil' THEN 'nothing' END
         AS "Set aside",
       CASE line.amount WHEN 'nil' THEN line.amount_nil ELSE coalesce(line.note, '') END AS "Note",
       (SELECT count(*) FROM cost_recorded AS cost
        WHERE cost.line = line.line
          AND (cost.budget = 'entry:' || budget.statement_id
               OR cost.budget IS NULL AND cost.about = budget.about)) AS "Costs on record",
       budget.funded_by AS "From:who", budget."until" AS "Until"
FROM budget_set AS budget LEFT JOIN budget_set__lines AS line USING (entry)
WHERE :initiative IS NULL OR budget.about = :initiative OR budget.initiative = :initiative
ORDER BY budget.entry, line.nth
