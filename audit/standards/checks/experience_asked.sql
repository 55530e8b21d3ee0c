-- experience_asked
-- People are asked how it felt, and told the results.
-- Needs: stageOpened, stageClosed, surveyOpened, surveyClosed, messageSent, deliveryReported
-- Rule: In each stage that has closed there was a survey of how it felt. When one closes, the
--   record says of each question how many answered and how the answers are spread, with the lowest
--   and the highest where they are numbers; never a mean alone, and nothing but how many where
--   fewer than k did. Its results arrived with those they were sent to within n days.
-- Parameter n: from the survey to telling its results; calendar days; 42
-- Parameter k: smallest number of answers that is shown; answers; 10
-- Nothing: notApplicable; No stage and no survey of how it felt is on record.
WITH survey AS MATERIALIZED (
  SELECT opened.id AS survey, opened.initiative, opened.entry, opened.stage,
         last_day(opened.closes) AS closes, closed.entry AS closed_entry,
         closed.answered_min AS answered,
         first_day(coalesce(nullif(closed.closed, 'unknown'), happened.date)) AS from_day,
         last_day(coalesce(nullif(closed.closed, 'unknown'), happened.date)) AS to_day
  FROM survey_opened AS opened
  LEFT JOIN survey_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM survey_closed AS c WHERE c.survey = opened.id)
  LEFT JOIN entry_date AS happened ON happened.entry = closed.entry
  WHERE opened.purpose = 'experience'
), asked_in AS (
  SELECT stage, entry FROM survey WHERE stage IS NOT NULL
  UNION
  SELECT about.value_id, survey.entry
  FROM survey JOIN survey_opened__about AS about USING (entry) WHERE about.value_register = 'stage'
), shown AS (
  SELECT result.entry, coalesce(result.answered_min, survey.answered) AS answered,
         result.mean IS NOT NULL OR result.lowest IS NOT NULL OR result.highest IS NOT NULL
           AS is_number,
         result.lowest IS NOT NULL AND result.highest IS NOT NULL AS has_range,
         EXISTS (SELECT 1 FROM survey_closed__results__distribution AS spread
                 WHERE spread.entry = result.entry AND spread.results_nth = result.nth) AS is_spread
  FROM survey JOIN survey_closed__results AS result ON result.entry = survey.closed_entry
), results AS MATERIALIZED (
  SELECT entry, count(*) AS questions, sum(answered IS NULL) AS uncounted,
         sum(answered < :k AND (is_number OR is_spread)) AS small,
         sum(coalesce(answered, :k) >= :k AND NOT (is_spread AND (has_range OR NOT is_number)))
           AS partial
  FROM shown GROUP BY entry
), arrival AS (
  SELECT about.value_id AS survey, sent.entry, max(person.arrival_entry) AS arrival_entry,
         iif(count(person.participant) = 0, last_day(sent.arrived),
             iif(max(person.arrived IS NULL), NULL, max(last_day(person.arrived)))) AS arrived
  FROM message_sent AS sent
  JOIN message_sent__about AS about
    ON about.entry = sent.entry AND about.value_register = 'survey'
  LEFT JOIN message_person AS person ON person.entry = sent.entry
  WHERE sent.what = 'surveyResults'
  GROUP BY about.value_id, sent.entry
), told AS MATERIALIZED (
  SELECT survey, entry, arrival_entry, min(arrived) AS arrived FROM arrival GROUP BY survey
), judged AS (
  SELECT survey.*, coalesce(results.questions, 0) AS questions,
         coalesce(results.uncounted, 0) AS uncounted, coalesce(results.small, 0) AS small,
         coalesce(results.partial, 0) AS partial, told.entry AS sent_entry, told.arrival_entry,
         told.arrived
  FROM survey
  LEFT JOIN results ON results.entry = survey.closed_entry
  LEFT JOIN told ON told.survey = survey.survey
)
SELECT CASE WHEN closed_entry IS NULL THEN iif(:today > closes + :n, 'fail', 'notDue')
            WHEN small > 0 OR partial > 0 THEN 'fail'
            WHEN to_day IS NULL OR uncounted > 0 OR questions = 0 THEN 'unknown'
            WHEN sent_entry IS NULL THEN iif(:today > to_day + :n, 'fail', 'notDue')
            WHEN arrived IS NULL THEN 'unknown'
            WHEN arrived <= from_day + :n THEN 'pass'
            WHEN arrived > to_day + :n THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'survey:' || survey AS about, NULL AS person, initiative, coalesce(to_day, closes) AS day,
       CASE WHEN closed_entry IS NULL THEN
              format('Survey %s of how it felt has not closed, as far as the record says%s.',
                  survey,
                     coalesce('; it was to close by ' || day_text(closes), ''))
            ELSE format('Survey %s of how it felt closed %s; ', survey,
                        coalesce('on ' || day_text(to_day), 'on a day that is not recorded')) ||
              iif(small > 0, format('%d question%s shown though fewer than %s people answered; ',
                                    small, iif(small = 1, ' is', 's are'), :k), '') ||
              iif(partial > 0, format('%d question%s shown without how the answers are spread; ',
                                      partial, iif(partial = 1, ' is', 's are')), '') ||
              iif(questions = 0, 'its results are not on record; ', '') ||
              iif(uncounted > 0, 'how many answered is not recorded; ', '') ||
              CASE WHEN sent_entry IS NULL THEN
                     format('its results were told to nobody; that is due by %s.',
                            coalesce(day_text(to_day + :n),
                                     count_text(:n, 'day', 'days') || ' later'))
                   WHEN arrived IS NULL THEN 'whether its results arrived is not recorded.'
                   ELSE format('its results arrived by %s%s.', day_text(arrived),
                               coalesce(format(', %d day%s later; %s the most',
                                               arrived - to_day,
                                               iif(arrived - to_day = 1, '', 's'),
                                               count_text(:n, 'is', 'are')), '')) END
       END AS says,
       entry || coalesce(',' || closed_entry, '') || coalesce(',' || sent_entry, '')
         || coalesce(',' || arrival_entry, '') AS entries,
       CASE WHEN to_day IS NULL OR uncounted > 0 OR questions = 0 THEN 'surveyClosed'
            ELSE 'deliveryReported' END AS missing
FROM judged
UNION ALL
SELECT iif(stage.closed_entry IS NULL, 'notDue', 'fail'), 'stage:' || stage.stage, NULL,
       stage.initiative, first_day(closed.date),
       format('Stage %s %s; nobody was asked in a survey how it felt.', stage.stage,
              iif(stage.closed_entry IS NULL, 'is open',
                  'closed' || coalesce(' on ' || day_text(first_day(closed.date)), ''))),
       stage.entry || coalesce(',' || stage.closed_entry, ''), NULL
FROM stage_list AS stage
LEFT JOIN entry_date AS closed ON closed.entry = stage.closed_entry
LEFT JOIN asked_in ON asked_in.stage = stage.stage
WHERE asked_in.stage IS NULL
