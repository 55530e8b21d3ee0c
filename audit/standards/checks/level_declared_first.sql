-- level_declared_first
-- Each stage says, in plain words, what level of participation it is.
-- Needs: stageOpened, levelDeclared, messageSent, inputReceived
-- Rule: A level was declared for each stage no later than the day of the first invitation to it and
--   of the first input in it. A level without a word of explanation is kept in form only. While
--   nobody has been invited or heard, a stage without a level is not due.
-- Nothing: notApplicable; No stage was opened.
WITH activity AS MATERIALIZED (
  SELECT CAST(coalesce((SELECT about.value_id FROM message_sent__about AS about
                        WHERE about.entry = message.entry AND +about.value_register = 'stage'),
                       message.stage) AS TEXT) AS stage,
         message.entry, 'the first invitation' AS what
  FROM message_sent AS message WHERE message.what = 'invitation'
  UNION ALL
  SELECT CAST(coalesce((SELECT about.value_id FROM input_received__about AS about
                        WHERE about.entry = input.entry AND +about.value_register = 'stage'),
                       input.stage) AS TEXT),
         input.entry, 'the first input'
  FROM input_received AS input
), dated AS MATERIALIZED (
  SELECT activity.*, first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM activity JOIN entry_date AS happened ON happened.entry = activity.entry
  WHERE activity.stage IS NOT NULL
), earliest AS (
  SELECT stage, entry, what, min(first) AS first FROM dated GROUP BY stage
), bounds AS (
  SELECT stage, min(last) AS last, max(first IS NULL) AS is_undated FROM dated GROUP BY stage
), declared AS MATERIALIZED (
  SELECT level.of_id AS stage, level.entry, level.level, level.in_plain_words,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM level_declared AS level JOIN entry_date AS happened ON happened.entry = level.entry
  WHERE level.of_register = 'stage'
), first_level AS (
  SELECT stage, entry, level, in_plain_words, min(last) AS last FROM declared GROUP BY stage
), level_bounds AS (
  SELECT stage, min(coalesce(first, 0)) AS first FROM declared GROUP BY stage
)
SELECT CASE WHEN level.entry IS NULL THEN iif(earliest.entry IS NULL, 'notDue', 'fail')
            WHEN level_bounds.first > bounds.last THEN 'fail'
            WHEN earliest.entry IS NULL OR (level.last <= earliest.first AND NOT is_undated)
              THEN iif(trim(coalesce(level.in_plain_words, '')) = '', 'weak', 'pass')
            ELSE 'unknown' END AS verdict,
       'stage:' || opened.id AS about, NULL AS person,
       coalesce(opened.about, belongs.initiative) AS initiative,
       coalesce(earliest.first, level.last, iif(earliest.entry IS NULL, :today, NULL)) AS day,
       format('%s; %s.',
              CASE WHEN level.entry IS NULL THEN 'No level was declared'
                   ELSE format('The level was declared %s%s',
                               coalesce('on ' || day_text(level.last),
                                        'on a day that is not recorded'),
                               iif(trim(coalesce(level.in_plain_words, '')) = '',
                                   ', without plain words', '')) END,
              CASE WHEN earliest.entry IS NULL THEN 'nobody has been invited or heard yet'
                   ELSE format('%s came %s', earliest.what,
                               coalesce('on ' || day_text(earliest.first),
                                        'on a day that is not recorded')) END) AS says,
       opened.entry || coalesce(',' || level.entry, '') || coalesce(',' || earliest.entry, '')
         AS entries,
       CASE WHEN NOT coalesce(is_undated, 0) THEN 'levelDeclared'
            WHEN earliest.what = 'the first input' THEN 'inputReceived'
            ELSE 'messageSent' END AS missing
FROM stage_opened AS opened
JOIN entry_initiative AS belongs ON belongs.entry = opened.entry
LEFT JOIN earliest ON earliest.stage = opened.id
LEFT JOIN bounds ON bounds.stage = opened.id
LEFT JOIN first_level AS level ON level.stage = opened.id
LEFT JOIN level_bounds ON level_bounds.stage = opened.id
