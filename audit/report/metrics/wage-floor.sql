-- Rates that reach the living wage
-- Whether time is to be paid at an hourly rate that is at least the wage announced for where the
--   person lived on its day, by the table of wages that was adopted. What they got is private:
--   clause PA-02 works that out for whoever may see it.
-- Says: {in} of {all} pieces of time logged by people whom the initiative pays are at an hourly
--   rate that reaches the living wage of their day.
-- Nothing: No time is logged. Whether rates reach the living wage is not recorded.
-- Partner: load; time that nobody logs is never paid too little.
WITH rated AS (
  SELECT time_entry, max(payment.rate) AS rate
  FROM time_payment AS paid JOIN payment_made AS payment ON payment.entry = paid.entry
  GROUP BY time_entry HAVING min(payment.rate) = max(payment.rate)
), work AS (
  SELECT logged.entry, logged.participant, logged.provenance, rate.entry AS rate_entry,
         rate.provenance AS rate_provenance, rate.basis, rate.amount_minor, rate.amount_currency,
         rate.nobody_is_paid, rate.pay_region AS rate_region,
         initiative.region AS initiative_region,
         first_day(logged.occurred_at) AS first, last_day(logged.occurred_at) AS last
  FROM time_logged AS logged
  LEFT JOIN participant_current AS person ON person.participant = logged.participant
  LEFT JOIN rated ON rated.time_entry = logged.entry
  LEFT JOIN rate_set AS rate ON rate.id = coalesce(logged.rate, rated.rate)
  LEFT JOIN initiative_opened AS initiative ON initiative.id = logged.initiative
  WHERE person.paid_by IS NOT 'employer'
    AND (:initiative IS NULL OR logged.initiative = :initiative)
),
-- Shared: living_wage
, located AS (
  SELECT work.entry, lives.entry AS region_entry,
         lower(coalesce(lives.pay_region, rate_region, initiative_region)) AS region
  FROM work LEFT JOIN lives ON lives.participant = work.participant
   AND lives.since <= work.last AND lives.until > work.first
), placed AS (
  -- Where two regions are possible, or none is told, either wage may be the one.
  SELECT entry, group_concat(region_entry) AS region_entries,
         max(region LIKE '%london%' OR region IS NULL
             OR region NOT IN ('uk', 'united kingdom', 'britain', 'great britain', 'england',
                               'wales', 'scotland', 'northern ireland')) AS may_be_london,
         max(region NOT LIKE '%london%' OR region IS NULL) AS may_be_elsewhere
  FROM located GROUP BY entry
), wage AS (
  SELECT max(iif(cell."column" = 'announced', cell.value, NULL)) AS date,
         max(iif(cell."column" = 'uk_gbp', cell.value, NULL)) AS uk,
         max(iif(cell."column" = 'london_gbp', cell.value, NULL)) AS london,
         cell.entry AS entry
  FROM source JOIN standard_adopted AS adopted ON adopted.entry = source.entry
  JOIN reference_row AS cell ON cell.standard = adopted.id AND cell.version = adopted.version
  WHERE cell.value GLOB '[0-9]*'
  GROUP BY cell.entry, cell.row
), told AS (
  SELECT 1 AS is_london, london AS wage, date, entry FROM wage
  UNION ALL SELECT 0, uk, date, entry FROM wage
), step AS (
  SELECT is_london, first_day(date) AS first, CAST(replace(wage, '.', '') AS INTEGER) AS pence,
         coalesce(lead(last_day(date)) OVER (PARTITION BY is_london ORDER BY last_day(date)),
                  last_day(date) + 365) AS until,
         min(last_day(date)) OVER (PARTITION BY is_london) AS earliest,
         max(last_day(date) + 365) OVER (PARTITION BY is_london) AS latest, entry
  FROM told WHERE date IS NOT NULL AND wage IS NOT NULL
), due AS (
  SELECT work.entry, min(step.pence) AS low, max(step.pence) AS high,
         max(step.entry) AS wage_entry, count(DISTINCT step.is_london) AS tables
  FROM work JOIN placed ON placed.entry = work.entry
  JOIN step ON step.first <= work.last AND step.until > work.first
   AND iif(step.is_london, placed.may_be_london, placed.may_be_elsewhere)
  WHERE work.first >= step.earliest AND work.last < step.latest
  GROUP BY work.entry
)
SELECT NULL AS part, work.entry,
       nullif(ltrim(coalesce(',' || work.rate_entry, '') || coalesce(',' || region_entries, '')
                    || coalesce(',' || due.wage_entry, ''), ','), '') AS also,
       work.provenance,
       CASE WHEN work.provenance = 'inferred' OR work.rate_provenance = 'inferred' THEN 'unknown'
            WHEN work.nobody_is_paid = 'yes' THEN 'out'
            WHEN work.basis IS NOT 'hourly' OR work.amount_currency IS NOT 'GBP' THEN 'unknown'
            WHEN due.tables IS NOT placed.may_be_london + placed.may_be_elsewhere THEN 'unknown'
            WHEN work.amount_minor >= due.high THEN 'in'
            WHEN work.amount_minor < due.low THEN 'out' ELSE 'unknown' END AS state,
       NULL AS number
FROM work JOIN placed ON placed.entry = work.entry
LEFT JOIN due ON due.entry = work.entry
ORDER BY work.entry
