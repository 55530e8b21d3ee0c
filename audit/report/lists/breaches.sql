-- Breaches
-- Where a standard was not kept, with the reply of whoever it concerns. What happened, when, and
-- who says so; one without a reply comes first.
WITH breach AS (
  SELECT judged.entry, judged.clause, judged.reasons AS text, judged.participant AS by_whom,
         iif(judged.verdict = 'fail', 'judged not kept', 'judged kept weakly') AS what,
         'entry:' || entry.statement_id AS name
  FROM clause_assessed AS judged JOIN entry ON entry.entry = judged.entry
  WHERE judged.verdict IN ('fail', 'weak')
  UNION ALL
  SELECT finding.entry, clause.value, iif(finding.text_state = 'sealed', 'private', finding.text),
         finding."by", finding.finding_kind, 'finding:' || finding.id
  FROM finding_raised AS finding JOIN finding_raised__clauses AS clause USING (entry)
)
SELECT breach.entry, breach.clause AS "Clause", clause.text AS "Says", breach.what AS "Found:word",
       breach.text AS "What happened", breach.by_whom AS "Said by:who",
       entry.occurred_at AS "When",
       (SELECT group_concat(iif(answer.text_state = 'sealed', 'private', answer.text), '; ')
        FROM answer_list AS answer WHERE answer.answers = breach.name) AS "Their reply",
       (SELECT group_concat(answer.outcome, ', ') FROM answer_list AS answer
        WHERE answer.answers = breach.name) AS "Outcome:word"
FROM breach JOIN entry ON entry.entry = breach.entry
LEFT JOIN clause_adopted AS clause ON clause.id = breach.clause
WHERE :initiative IS NULL OR entry.initiative IS NULL OR entry.initiative = :initiative
ORDER BY EXISTS (SELECT 1 FROM answer_list AS answer WHERE answer.answers = breach.name),
         breach.entry
