-- asked_at_each_stage
-- People are asked at each stage, not only at the end.
-- Needs: stageClosed, reviewHeld, signOffOpened
-- Rule: Each stage that ended has a check-back of it on record, or a sign-off round in it, and
--   between two of these in an initiative there are n days at most. The time before the first and
--   after the last is not judged. A review of a stage that does not say what was looked at leaves
--   it open, and so does one without a day where there is a longer gap.
-- Parameter n: longest gap between two rounds; calendar days; 120
-- Nothing: notApplicable; No stage that ended is on record, and no two rounds to compare.
WITH asked AS MATERIALIZED (
  SELECT review.entry, review.id AS label, review.review_kind IS NULL AS is_vague,
         CAST(iif(of_it.value_register = 'stage', of_it.value_id, NULL) AS TEXT) AS stage,
         coalesce(opened.about, iif(of_it.value_register = 'initiative', of_it.value_id, NULL),
                  review.initiative) AS initiative
  FROM review_held AS review
  LEFT JOIN review_held__of AS of_it ON of_it.entry = review.entry
  LEFT JOIN stage_opened AS opened ON opened.id = of_it.value_id
                                  AND of_it.value_register = 'stage'
  WHERE review.review_kind IS NULL OR review.review_kind = 'checkBack'
  UNION ALL
  SELECT round.entry, round.id, 0, round.stage, coalesce(opened.about, round.initiative)
  FROM sign_off_opened AS round LEFT JOIN stage_opened AS opened ON opened.id = round.stage
), of_stage AS MATERIALIZED (
  SELECT stage, label, entry, min(is_vague) AS is_vague FROM asked WHERE stage IS NOT NULL
  GROUP BY stage
), ended AS MATERIALIZED (
  SELECT closed.about AS stage, max(closed.entry) AS entry, opened.entry AS opened_entry,
         coalesce(opened.about, closed.initiative) AS initiative, first_day(closed_on.date) AS day
  FROM stage_closed AS closed
  JOIN entry_date AS closed_on ON closed_on.entry = closed.entry
  LEFT JOIN stage_opened AS opened ON opened.id = closed.about
  GROUP BY closed.about
), dated AS MATERIALIZED (
  SELECT DISTINCT asked.entry, asked.label, asked.initiative, first_day(asked_on.date) AS first,
         last_day(asked_on.date) AS last
  FROM asked JOIN entry_date AS asked_on ON asked_on.entry = asked.entry
  WHERE NOT asked.is_vague AND asked.initiative IS NOT NULL
), undated AS MATERIALIZED (
  SELECT initiative, max(entry) AS entry, max(label) AS label FROM dated
  WHERE first IS NULL OR last IS NULL GROUP BY initiative
), gap AS MATERIALIZED (
  SELECT dated.*, lag(label) OVER earlier AS before_label, lag(entry) OVER earlier AS before_entry,
         lag(last) OVER earlier AS before_last, lag(first) OVER earlier AS before_first
  FROM dated WHERE first IS NOT NULL AND last IS NOT NULL
  WINDOW earlier AS (PARTITION BY initiative ORDER BY first, last, entry)
)
SELECT CASE WHEN of_stage.stage IS NULL THEN 'fail' WHEN of_stage.is_vague THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'stage:' || ended.stage AS about, NULL AS person, ended.initiative, ended.day,
       CASE WHEN of_stage.stage IS NULL THEN
              format('Stage %s ended, and no check-back of it is on record.', ended.stage)
            WHEN of_stage.is_vague THEN
              format('Stage %s ended; review %s of it does not say what was looked at.',
                     ended.stage, of_stage.label)
            ELSE format('Stage %s ended; people were asked in %s.', ended.stage, of_stage.label)
       END AS says,
       ended.entry || coalesce(',' || opened_entry, '') || coalesce(',' || of_stage.entry, '')
         AS entries,
       'reviewHeld' AS missing
FROM ended LEFT JOIN of_stage ON of_stage.stage = ended.stage
UNION ALL
SELECT CASE WHEN gap.last - before_first <= :n THEN 'pass' WHEN undated.initiative IS NOT NULL THEN
            'unknown' WHEN gap.first - before_last > :n THEN 'fail' ELSE 'unknown' END,
       'initiative:' || gap.initiative, NULL, gap.initiative, gap.first,
       format('From %s on %s to %s on %s people were not asked for %d day%s; %s promised '
              || 'at most.',
              before_label, day_text(before_last), gap.label, day_text(gap.first),
              gap.first - before_last, iif(gap.first - before_last = 1, '', 's'),
              count_text(:n, 'was', 'were')) ||
         iif(gap.last - before_first > :n AND undated.initiative IS NOT NULL,
             format(' When %s was is not recorded.', undated.label), ''),
       before_entry || ',' || gap.entry, 'reviewHeld'
FROM gap LEFT JOIN undated ON undated.initiative = gap.initiative
WHERE before_entry IS NOT NULL
