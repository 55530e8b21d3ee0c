-- Requirements
-- What funders and commissioners require, what was promised, and what shows it. One record serves
-- all of them; a requirement that nobody has judged comes first.
WITH promised AS (
  SELECT told.caused_by AS clause, promise.promise, promise.state
  FROM promise_state AS promise JOIN entry AS told ON told.entry = promise.entry
  WHERE told.caused_by LIKE 'clause:%'
), judged AS (
  SELECT clause, max(entry) AS entry FROM clause_assessed GROUP BY clause
)
SELECT clause.entry, coalesce(clause.code, clause.id) AS "Requirement", clause.text AS "What",
       standard.owned_by AS "Whose:who", clause.standard AS "In",
       (SELECT group_concat(promise || ' (' || state || ')', ', ') FROM promised
        WHERE promised.clause = 'clause:' || clause.id) AS "Promised:state",
       (SELECT group_concat(coalesce(shown.what, shown.in_words, 'a document'), ', ')
        FROM clause_assessed__evidence AS shown WHERE shown.entry = judged.entry)
         AS "Shown by:record",
       verdict.verdict AS "Judged:word", verdict.reasons AS "Why",
       verdict.participant AS "By:who"
FROM clause_adopted AS clause
JOIN standard_adopted AS standard
  ON standard.id = clause.standard_standard AND standard.version = clause.standard_version
LEFT JOIN judged ON judged.clause = clause.id
LEFT JOIN clause_assessed AS verdict ON verdict.entry = judged.entry
WHERE standard.owned_by LIKE '%organisation:%'
  AND (:initiative IS NULL OR clause.initiative = :initiative
       OR verdict.about = :initiative)
ORDER BY verdict.entry IS NOT NULL, clause.entry
