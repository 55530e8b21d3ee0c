-- learning_recorded
-- Each stage ends with what went well and what did not.
-- Needs: stageOpened, stageClosed, learningRecorded
-- Rule: Of each stage that has closed it is on record what went well and what went badly, from
--   at least two sides: groups, organisations, people outside, or people with different expertise.
--   What they say is not judged.
-- Nothing: notApplicable; No stage is on record.
WITH told AS (
  SELECT about.value_id AS stage, learned.entry, learned.learning_kind AS kind
  FROM learning_recorded AS learned
  JOIN learning_recorded__about AS about USING (entry) WHERE about.value_register = 'stage'
  UNION
  SELECT stage, entry, learning_kind FROM learning_recorded WHERE stage IS NOT NULL
), lesson AS MATERIALIZED (
  SELECT stage, entry, kind FROM told WHERE kind IN ('wentWell', 'wentBadly')
), side AS (
  SELECT lesson.stage, lesson.entry,
         CASE teller.register WHEN 'participant' THEN held.expertise
                              WHEN 'group' THEN 'group:' || teller.id
                              WHEN 'organisation' THEN 'organisation:' || teller.id
                              ELSE iif(teller.description IS NULL, NULL, 'outside') END AS side
  FROM lesson
  LEFT JOIN learning_recorded__by AS teller ON teller.entry = lesson.entry
  LEFT JOIN participant_expertise AS held
    ON teller.register = 'participant' AND held.participant = teller.id
   AND held.until_entry IS NULL AND held.expertise <> 'none'
), sides AS MATERIALIZED (
  SELECT stage, count(DISTINCT side) AS sides, max(side IS NULL) AS is_unsaid FROM side
  GROUP BY stage
), lessons AS MATERIALIZED (
  SELECT stage, sum(kind = 'wentWell') AS well, sum(kind = 'wentBadly') AS badly,
         group_concat(entry) AS entries
  FROM lesson GROUP BY stage
), judged AS (
  SELECT stage.stage, stage.initiative, stage.entry, stage.closed_entry,
         coalesce(lessons.well, 0) AS well, coalesce(lessons.badly, 0) AS badly, lessons.entries,
         coalesce(sides.sides, 0) AS sides, coalesce(sides.is_unsaid, 0) AS is_unsaid,
         first_day(closed.date) AS closed_on
  FROM stage_list AS stage
  LEFT JOIN lessons ON lessons.stage = stage.stage
  LEFT JOIN sides ON sides.stage = stage.stage
  LEFT JOIN entry_date AS closed ON closed.entry = stage.closed_entry
)
SELECT CASE WHEN well > 0 AND badly > 0 AND sides >= 2 THEN 'pass'
            WHEN closed_entry IS NULL THEN 'notDue'
            WHEN well > 0 AND badly > 0 AND is_unsaid THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'stage:' || stage AS about, NULL AS person, initiative, closed_on AS day,
       format('Stage %s %s; %s told of what went well, %s of what went badly, from %s.', stage,
              iif(closed_entry IS NULL, 'is open',
                  'closed' || coalesce(' on ' || day_text(closed_on), '')),
              iif(well = 0, 'nobody', well || iif(well = 1, ' entry', ' entries')),
              iif(badly = 0, 'nobody', badly || iif(badly = 1, ' entry', ' entries')),
              iif(is_unsaid AND sides < 2, 'sides that are not all recorded',
                  sides || iif(sides = 1, ' side', ' sides'))) AS says,
       entry || coalesce(',' || entries, '')
         || iif(well > 0 AND badly > 0 AND sides >= 2, '', coalesce(',' || closed_entry, ''))
         AS entries,
       'learningRecorded' AS missing
FROM judged
