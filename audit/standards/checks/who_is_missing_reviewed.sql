-- who_is_missing_reviewed
-- Who is missing is looked at and written down.
-- Needs: stageOpened, stageClosed, reviewHeld
-- Rule: Of each stage there was a review of representation that names the people the exercise
--   sought and who is missing, with an action or a reason for each gap. One that names no gap, or
--   not who was sought, is weak. It is due when the stage closes. That a review used nothing but
--   voluntary figures of groups as a whole cannot be told from the record: PV-01 and PV-04 look at
--   those.
-- Nothing: notApplicable; No stage is on record.
WITH review AS MATERIALIZED (
  SELECT held.entry, held.initiative, held.stage, held.groups_sought IS NOT NULL AS says_who,
         count(gap.id) AS gaps,
         coalesce(sum(gap.id IS NOT NULL AND gap.action IS NULL AND gap.what_will_be_done IS NULL
                      AND gap.reason IS NULL), 0) AS idle
  FROM review_held AS held LEFT JOIN review_held__gaps AS gap ON gap.entry = held.entry
  WHERE held.review_kind = 'representation'
  GROUP BY held.entry
), of_stage AS (
  SELECT of.value_id AS stage, review.entry
  FROM review JOIN review_held__of AS of ON of.entry = review.entry AND of.value_register = 'stage'
  UNION
  SELECT stage, entry FROM review WHERE stage IS NOT NULL
), best AS MATERIALIZED (
  SELECT of_stage.stage, review.entry, review.gaps, review.idle, review.says_who,
         max(2 * (review.says_who AND review.gaps > 0 AND review.idle = 0) + (review.idle = 0))
           AS worth
  FROM of_stage JOIN review USING (entry) GROUP BY of_stage.stage
), unplaced AS MATERIALIZED (
  SELECT initiative, min(entry) AS entry FROM review
  WHERE stage IS NULL
    AND NOT EXISTS (SELECT 1 FROM review_held__of AS of WHERE of.entry = review.entry)
  GROUP BY initiative
), judged AS (
  SELECT stage.stage, stage.initiative, stage.entry AS opened_entry, stage.closed_entry,
         best.entry AS review_entry, best.gaps, best.idle, best.says_who, best.worth,
         unplaced.entry AS unplaced_entry,
         first_day(coalesce(closed.date, opened.date)) AS day, first_day(closed.date) AS closed_on
  FROM stage_list AS stage
  JOIN entry_date AS opened ON opened.entry = stage.entry
  LEFT JOIN entry_date AS closed ON closed.entry = stage.closed_entry
  LEFT JOIN best ON best.stage = stage.stage
  LEFT JOIN unplaced ON unplaced.initiative = stage.initiative
)
SELECT CASE WHEN review_entry IS NOT NULL AND worth >= 2 THEN 'pass'
            WHEN review_entry IS NULL AND unplaced_entry IS NOT NULL THEN 'unknown'
            WHEN closed_entry IS NULL THEN 'notDue'
            WHEN review_entry IS NULL OR idle > 0 THEN 'fail'
            ELSE 'weak' END AS verdict,
       'stage:' || stage AS about, NULL AS person, initiative, day,
       CASE WHEN review_entry IS NULL AND unplaced_entry IS NOT NULL THEN
              format('There was a review of who is missing; whether it was of stage %s is not '
                     || 'recorded.', stage)
            WHEN review_entry IS NULL THEN
              format('Stage %s %s; who is missing was not reviewed, as far as the record says.',
                     stage, iif(closed_entry IS NULL, 'is open',
                                'closed' || coalesce(' on ' || day_text(closed_on), '')))
            ELSE format('Who is missing from stage %s was reviewed: %s gap%s%s%s.', stage,
                        iif(gaps = 0, 'no', gaps), iif(gaps = 1, '', 's'),
                        iif(idle > 0, format(', %d with neither an action nor a reason', idle), ''),
                        iif(says_who, '', ', and who was sought is not said')) END AS says,
       opened_entry || coalesce(',' || review_entry, ',' || unplaced_entry, '')
         || iif(coalesce(worth, 0) >= 2, '', coalesce(',' || closed_entry, '')) AS entries,
       'reviewHeld' AS missing
FROM judged
