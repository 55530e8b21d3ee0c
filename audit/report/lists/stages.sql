-- Stages
-- Where each exercise is: its stages, what each changed, which gate it passed. A stage that was
-- planned and never ended stays here, also one in which nothing happened.
WITH done AS (
  SELECT stage, count(*) AS entries FROM entry WHERE stage IS NOT NULL GROUP BY stage
)
SELECT stage.entry, stage.stage AS "Stage", stage.title AS "Title",
       stage.initiative AS "Exercise", stage.planned AS "Planned",
       CASE WHEN stage.closed_entry IS NOT NULL THEN stage.closed_how
            WHEN done.stage IS NULL THEN 'nothing has happened in it'
            ELSE 'going on' END AS "State:word",
       iif(stage.closed_entry IS NULL, 'not ended', closed.occurred_at) AS "Ended",
       stage.what_it_changed AS "What it changed",
       coalesce((SELECT group_concat(passed.value, ', ')
                 FROM (SELECT value FROM stage_opened__gates_passed AS o
                       WHERE o.entry = stage.entry
                       UNION SELECT value FROM stage_closed__gates_passed AS c
                       WHERE c.entry = stage.closed_entry) AS passed), 'none named')
         AS "Gates passed",
       coalesce((SELECT group_concat(survey || ': ' || coalesce(answered, 'not recorded') || ' of '
                                     || coalesce(asked, 'not recorded'), '; ')
                 FROM survey_summary AS asked WHERE asked.stage = stage.stage), 'no survey')
         AS "Surveys in it, answered of asked",
       coalesce(done.entries, 0) AS "Entries in it"
FROM stage_list AS stage
LEFT JOIN done ON done.stage = stage.stage
LEFT JOIN stage_closed AS closed ON closed.entry = stage.closed_entry
WHERE :initiative IS NULL OR stage.initiative = :initiative
ORDER BY stage.initiative, stage.entry
