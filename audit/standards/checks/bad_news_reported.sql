-- bad_news_reported
-- Bad news is reported.
-- Needs: outcomeRecorded, reportPublished
-- Rule: Since the annual report before, and before each annual report, a difference that was
--   bad, or none, is on record; or the report says whom it asked whether bad news is missing. What
--   the report itself says cannot be told from the record.
-- Nothing: notApplicable; No annual report was given out, as far as the record says.
WITH report AS MATERIALIZED (
  SELECT given.id, given.initiative, given.entry, given.bad_news_asked_of AS asked_of,
         first_day(happened.date) AS day,
         lag(given.entry, 1, -1) OVER (PARTITION BY given.initiative ORDER BY given.entry) AS before
  FROM report_published AS given JOIN entry_date AS happened USING (entry)
  WHERE given.report_kind = 'annual'
), news AS MATERIALIZED (
  SELECT report.entry, count(*) AS outcomes,
         min(iif(outcome.sign IN ('bad', 'none'), outcome.entry, NULL)) AS bad_entry,
         min(iif(outcome.sign IS NULL OR outcome.sign = 'notKnown', outcome.entry, NULL))
           AS unsaid_entry
  FROM report
  JOIN outcome_recorded AS outcome
    ON outcome.initiative IS report.initiative AND outcome.entry BETWEEN report.before
        AND report.entry
  WHERE outcome.outcome_kind = 'differenceMadeLater'
  GROUP BY report.entry
)
SELECT CASE WHEN news.bad_entry IS NOT NULL THEN 'pass'
            WHEN report.asked_of IS NOT NULL THEN 'pass'
            WHEN news.unsaid_entry IS NOT NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'report:' || report.id AS about, NULL AS person, report.initiative AS initiative,
       report.day AS day,
       format('Annual report %s%s: ', report.id, coalesce(' of ' || day_text(report.day), '')) ||
         CASE WHEN news.bad_entry IS NOT NULL THEN
                'a difference that was bad, or none, was on record before it.'
              WHEN report.asked_of IS NOT NULL THEN
                format('no bad news was on record, and the report says whom it asked: %s.',
                       report.asked_of)
              WHEN news.unsaid_entry IS NOT NULL THEN
                'whether the difference on record was good or bad is not known.'
              ELSE 'no bad news was on record, nor that anybody was asked whether some is missing.'
         END AS says,
       report.entry || coalesce(',' || news.bad_entry, ',' || news.unsaid_entry, '') AS entries,
       'outcomeRecorded' AS missing
FROM report LEFT JOIN news ON news.entry = report.entry
