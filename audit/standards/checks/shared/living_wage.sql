-- lives(participant, pay_region, entry, since, until): where each person lived for pay, from a day
-- to the day before another, as they or others said. What was said of them when they joined counts
-- from the start.
-- source(entry): the table of wages that was adopted last and is not retired.
moved AS (
  SELECT told.participant, told.pay_region, told.entry,
         iif(told.joined, -9999999, coalesce(first_day(told.since), first_day(entry.occurred_at),
                                             entry.recorded_at / 86400)) AS since,
         iif(told.joined, -9999999, coalesce(last_day(told.since), last_day(entry.occurred_at),
                                             entry.recorded_at / 86400)) AS surely
  FROM participant_statement AS told JOIN entry ON entry.entry = told.entry
  WHERE told.pay_region IS NOT NULL
     OR EXISTS (SELECT 1 FROM participant_changed__no_longer AS gone
                WHERE gone.entry = told.entry AND gone.value = 'payRegion')
), lives AS MATERIALIZED (
  SELECT participant, pay_region, entry, since,
         lead(surely, 1, 9999999) OVER (PARTITION BY participant ORDER BY surely, entry) AS until
  FROM moved
), source AS (
  SELECT max(adopted.entry) AS entry FROM standard_adopted AS adopted
  WHERE adopted.standard_kind = 'referenceData' AND adopted.data = 'wageTable'
    AND NOT EXISTS (SELECT 1 FROM standard_changed AS changed
                    WHERE changed.standard_standard = adopted.id AND changed.clause IS NULL
                      AND changed.standard_version = adopted.version
                      AND changed.change = 'retired')
)
