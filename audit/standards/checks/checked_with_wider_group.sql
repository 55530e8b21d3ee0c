-- checked_with_wider_group
-- Small-group findings are checked with a wider population.
-- Needs: workOpened, surveyOpened, surveyClosed, signOffOpened
-- Rule: Before the last round of sign-off of a work was opened, a survey held as a broad check,
--   about the work or in the same initiative, had closed with at least k answers. Its questions
--   are on record in their wording, or its questionnaire by its fingerprint; else it is weak.
-- Parameter k: answers from the wider group; answers; 50
-- Nothing: notApplicable; No work is on record.
WITH last_round AS MATERIALIZED (
  SELECT version_work AS work, max(entry) AS entry FROM sign_off_opened
  WHERE version_work IS NOT NULL GROUP BY version_work
), round AS MATERIALIZED (
  SELECT work.id AS work, coalesce(opened.initiative, work.initiative) AS initiative,
         work.entry AS work_entry, opened.entry, opened.id AS round,
         first_day(coalesce(nullif(opened.opens, 'unknown'), happened.date)) AS from_day
  FROM work_opened AS work
  LEFT JOIN last_round ON last_round.work = work.id
  LEFT JOIN sign_off_opened AS opened ON opened.entry = last_round.entry
  LEFT JOIN entry_date AS happened ON happened.entry = opened.entry
), survey AS MATERIALIZED (
  SELECT opened.id AS survey, opened.initiative, opened.entry, closed.entry AS closed_entry,
         last_day(coalesce(nullif(closed.closed, 'unknown'), happened.date)) AS closed_on,
         first_day(coalesce(nullif(closed.closed, 'unknown'), happened.date)) AS closed_from,
         closed.answered, closed.answered_min AS least, closed.answered_max AS most,
         coalesce(opened.questionnaire <> 'not held', 0)
           OR EXISTS (SELECT 1 FROM survey_opened__questions AS question
                      WHERE question.entry = opened.entry AND question.wording IS NOT NULL)
           AS is_worded
  FROM survey_opened AS opened
  JOIN survey_closed AS closed ON closed.survey = opened.id
  JOIN entry_date AS happened ON happened.entry = closed.entry
  WHERE opened.purpose = 'broadCheck'
), matched AS (
  SELECT round.entry AS round_entry, survey.*
  FROM round JOIN survey ON survey.initiative = round.initiative
  WHERE round.entry IS NOT NULL
  UNION
  SELECT round.entry, survey.*
  FROM survey
  JOIN survey_opened__about AS about ON about.entry = survey.entry
  JOIN round ON round.entry IS NOT NULL
   AND (about.value_register = 'work' AND about.value_id = round.work
        OR about.value_register = 'workVersion' AND about.value_id LIKE round.work || '@%')
), worth AS (
  SELECT matched.*, round.from_day,
         CASE WHEN closed_from > round.from_day OR most < :k THEN 0
              WHEN closed_on IS NULL OR round.from_day IS NULL OR closed_on > round.from_day
                OR coalesce(least, 0) < :k THEN 1
              ELSE 2 + is_worded END AS worth
  FROM matched JOIN round ON round.entry = matched.round_entry
), best AS MATERIALIZED (
  SELECT worth.*, max(worth) AS best FROM worth GROUP BY round_entry
)
SELECT CASE WHEN round.entry IS NULL THEN 'notDue'
            ELSE CASE best.best WHEN 3 THEN 'pass' WHEN 2 THEN 'weak' WHEN 1 THEN 'unknown'
                                ELSE 'fail' END END AS verdict,
       'work:' || round.work AS about, NULL AS person, round.initiative AS initiative,
       round.from_day AS day,
       CASE WHEN round.entry IS NULL THEN
              format('No sign-off of %s was opened yet.', round.work)
            WHEN best.survey IS NULL THEN
              format('Sign-off %s of %s opened %s; no survey as a broad check had closed.',
                  round.round,
                     round.work, coalesce('on ' || day_text(round.from_day),
                                          'on a day that is not recorded'))
            ELSE format('Sign-off %s of %s opened %s; survey %s closed %s with %s (%s were '
                || 'wanted)%s.',
                        round.round, round.work,
                        coalesce('on ' || day_text(round.from_day),
                            'on a day that is not recorded'),
                        best.survey,
                        coalesce('on ' || day_text(best.closed_on),
                            'on a day that is not recorded'),
                        coalesce(best.answered || ' answer' || iif(best.answered = '1', '', 's'),
                                 'a number of answers that is not recorded'), :k,
                        iif(best.is_worded, '', ', and its questions are not on record'))
       END AS says,
       coalesce(round.entry, round.work_entry)
         || coalesce(',' || best.entry || ',' || best.closed_entry, '') AS entries,
       iif(round.from_day IS NULL, 'signOffOpened', 'surveyClosed') AS missing
FROM round LEFT JOIN best ON best.round_entry = round.entry
