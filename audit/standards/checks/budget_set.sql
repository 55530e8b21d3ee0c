-- budget_set
-- There is a budget for doing it properly.
-- Needs: initiativeOpened, budgetSet, paymentMade, costRecorded
-- Rule: The budgets of each initiative together have a sum, or nothing and the reason why, for
--   each of: recompense, expenses, access, support, coordination and staff time. An initiative
--   without a budget is unknown, for whether it is funded is not recorded. What was spent is told
--   beside it: costs by their sums, payments to people by their number.
-- Nothing: notApplicable; No initiative is on record.
WITH purpose(line, words) AS (
  VALUES ('recompense', 'recompense'), ('expenses', 'expenses'), ('access', 'access'),
         ('support', 'support'), ('coordination', 'coordination'), ('staffTime', 'staff time')
), budget AS MATERIALIZED (
  SELECT entry, CAST(coalesce(about, initiative) AS TEXT) AS initiative, total_minor,
         coalesce(first_day("from"), first_day(occurred_at), recorded_at / 86400) AS day
  FROM budget_set
), line AS MATERIALIZED (
  SELECT budget.initiative, line.line, sum(line.amount_set_minor) AS minor,
         min(line.amount_set_currency) AS currency, max(nullif(trim(line.amount_nil), '')) AS nil,
         max(line.amount IS NULL) AS is_unsaid
  FROM budget JOIN budget_set__lines AS line ON line.entry = budget.entry
  GROUP BY budget.initiative, line.line
), known AS (
  SELECT initiative, count(*) AS lines, sum(minor) AS minor, min(currency) AS currency
  FROM line GROUP BY initiative
), held AS (
  SELECT initiative, group_concat(entry) AS entries, min(day) AS day FROM budget GROUP BY initiative
), state AS (
  SELECT opened.id, purpose.words,
         CASE WHEN line.minor > 0 OR line.nil IS NOT NULL THEN 2
              WHEN line.line IS NULL AND known.lines > 0 THEN 0
              WHEN line.is_unsaid OR line.line IS NULL THEN 1 ELSE 0 END AS is_set
  FROM initiative_opened AS opened JOIN purpose
  LEFT JOIN line ON line.initiative = opened.id AND line.line = purpose.line
  LEFT JOIN known ON known.initiative = opened.id
), counted AS (
  SELECT id, min(is_set) AS least, sum(is_set = 2) AS sets,
         group_concat(iif(is_set = 0, words, NULL), ', ') AS lacking,
         group_concat(iif(is_set = 1, words, NULL), ', ') AS unsaid
  FROM state GROUP BY id
), cost AS (
  SELECT CAST(coalesce(about, initiative) AS TEXT) AS initiative, amount_currency AS currency,
         sum(amount_minor) AS minor
  FROM cost_recorded GROUP BY 1, 2
), paid AS (
  SELECT initiative, count(*) AS payments FROM payment_made GROUP BY initiative
)
SELECT CASE WHEN held.entries IS NULL OR least = 1 THEN 'unknown' WHEN least = 0 THEN 'fail'
            ELSE 'pass' END AS verdict,
       'initiative:' || opened.id AS about, NULL AS person, opened.id AS initiative,
       coalesce(held.day, first_day(opened.occurred_at), opened.recorded_at / 86400) AS day,
       CASE WHEN held.entries IS NULL THEN
              format('No budget of %s is on record; nor is whether it is funded.', opened.id)
            WHEN least = 0 THEN
              format('The budget of %s has no sum, and no reason why not, for: %s.', opened.id,
                lacking)
            WHEN least = 1 THEN
              format('How much the budget of %s has is not recorded for: %s.', opened.id, unsaid)
            ELSE format('The budget of %s has a sum, or a reason why not, for all of six purposes.',
                        opened.id) END
         || iif(known.minor IS NULL, '',
                format(' Set: %d.%02d %s.', known.minor / 100, known.minor % 100, known.currency))
         || iif(cost.minor IS NULL, '',
                format(' Costs on record: %d.%02d %s.', cost.minor / 100, cost.minor % 100,
                       cost.currency))
         || iif(paid.payments IS NULL, '', format(' Payments to people: %d.', paid.payments))
           AS says,
       opened.entry || coalesce(',' || held.entries, '') AS entries, 'budgetSet' AS missing
FROM initiative_opened AS opened
JOIN counted ON counted.id = opened.id
LEFT JOIN held ON held.initiative = opened.id
LEFT JOIN known ON known.initiative = opened.id
LEFT JOIN cost ON cost.initiative = opened.id AND cost.currency IS coalesce(known.currency,
                                                                          cost.currency)
LEFT JOIN paid ON paid.initiative = opened.id
GROUP BY opened.id
