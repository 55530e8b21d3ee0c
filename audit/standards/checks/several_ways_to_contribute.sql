-- several_ways_to_contribute
-- There is more than one way to contribute, and at least one is not a meeting.
-- Needs: channelOpened, channelClosed, surveyOpened, inputReceived
-- Rule: On some day of each stage at least k ways to contribute were open at the same time, each of
--   them for at least d days with the first and the last, and at least one of them not a meeting. A
--   way that is about the whole initiative counts for each of its stages. A way that was never
--   closed is open until today. While the stage is going on it is not due.
-- Parameter k: ways to contribute that are open at the same time; ways; 2
-- Parameter d: how long each is open; calendar days; 7
-- Nothing: notApplicable; No stage was opened.
WITH stage AS MATERIALIZED (
  SELECT opened.id AS stage, opened.entry, coalesce(opened.about, belongs.initiative) AS initiative,
         closed.entry AS closed_entry, last_day(opened.planned) AS planned_last,
         coalesce(last_day(ended.date), last_day(opened.planned)) AS last
  FROM stage_opened AS opened
  JOIN entry_initiative AS belongs ON belongs.entry = opened.entry
  LEFT JOIN stage_list AS closing ON closing.entry = opened.entry
  LEFT JOIN stage_closed AS closed ON closed.entry = closing.closed_entry
  LEFT JOIN entry_date AS ended ON ended.entry = closed.entry
), way AS MATERIALIZED (
  SELECT channel.entry, channel.id, channel.stage, channel.channel_kind AS kind,
         coalesce(nullif(channel.opens, 'unknown'), happened.date) AS opens,
         coalesce(nullif(closed.closed, 'unknown'), ended.date, nullif(channel.closes, 'unknown'))
           AS closes,
         closed.entry AS closed_entry, channel.closes IS NOT NULL AS has_end
  FROM channel_opened AS channel
  JOIN entry_date AS happened ON happened.entry = channel.entry
  LEFT JOIN channel_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM channel_closed AS c WHERE c.channel = channel.id)
  LEFT JOIN entry_date AS ended ON ended.entry = closed.entry
  UNION ALL
  SELECT survey.entry, survey.id, survey.stage, 'survey',
         coalesce(nullif(survey.opens, 'unknown'), happened.date),
         coalesce(nullif(closed.closed, 'unknown'), ended.date, nullif(survey.closes, 'unknown')),
         closed.entry, survey.closes IS NOT NULL
  FROM survey_opened AS survey
  JOIN entry_date AS happened ON happened.entry = survey.entry
  LEFT JOIN survey_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM survey_closed AS c WHERE c.survey = survey.id)
  LEFT JOIN entry_date AS ended ON ended.entry = closed.entry
), about AS (
  SELECT entry, value_register, value_id FROM channel_opened__about
  UNION ALL SELECT entry, value_register, value_id FROM survey_opened__about
), place AS (
  SELECT entry, value_id AS stage FROM about WHERE value_register = 'stage'
  UNION
  SELECT entry, stage FROM way WHERE stage IS NOT NULL
  UNION
  SELECT about.entry, stage.stage
  FROM about JOIN stage ON about.value_register = 'initiative'
                       AND stage.initiative = about.value_id
), timed AS MATERIALIZED (
  SELECT place.stage, way.entry, way.closed_entry, coalesce(way.kind <> 'meeting', 0) AS is_other,
         way.kind IS NULL AS has_no_kind,
         first_day(way.opens) AS opens_first, last_day(way.opens) AS opens_last,
         CASE WHEN way.closed_entry IS NULL AND NOT way.has_end THEN :today
              ELSE min(first_day(way.closes), :today) END AS closes_first
  FROM place JOIN way ON way.entry = place.entry
), surely AS (
  SELECT * FROM timed WHERE closes_first - opens_last + 1 >= :d
), step AS (
  SELECT stage, opens_last AS day, 1 AS ways, is_other AS others, entry FROM surely
  UNION ALL
  SELECT stage, closes_first + 1, -1, -is_other, NULL FROM surely
), running AS (
  SELECT stage, day, entry, sum(ways) OVER so_far AS ways, sum(others) OVER so_far AS others
  FROM step WINDOW so_far AS (PARTITION BY stage ORDER BY day RANGE UNBOUNDED PRECEDING)
), enough AS (
  SELECT stage, min(day) AS day FROM running
  WHERE entry IS NOT NULL AND ways >= :k AND others >= 1 GROUP BY stage
), chosen AS (
  SELECT surely.*, row_number() OVER (PARTITION BY surely.stage
                                      ORDER BY surely.is_other DESC, surely.entry) AS nth
  FROM surely JOIN enough ON enough.stage = surely.stage
  WHERE surely.opens_last <= enough.day AND surely.closes_first >= enough.day
), rests_on AS (
  SELECT stage, group_concat(entry || coalesce(',' || closed_entry, '')) AS entries
  FROM chosen WHERE nth <= :k GROUP BY stage
), known AS (
  SELECT timed.stage, count(*) AS ways, coalesce(sum(is_other), 0) AS others,
         coalesce(sum(closes_first - opens_last + 1 >= :d), 0) AS long_enough,
         group_concat(entry) AS entries
  FROM timed GROUP BY stage
), perhaps AS (
  SELECT stage, count(*) AS ways, sum(is_other OR has_no_kind) AS others
  FROM timed
  WHERE opens_first IS NULL OR closes_first IS NULL OR opens_first <> opens_last
     OR closes_first - opens_last + 1 >= :d
  GROUP BY stage
  HAVING sum(has_no_kind OR closes_first IS NULL OR coalesce(opens_first <> opens_last, 1)) > 0
)
SELECT CASE WHEN enough.stage IS NOT NULL THEN 'pass'
            WHEN stage.closed_entry IS NULL AND coalesce(stage.planned_last >= :today, 1)
              THEN 'notDue'
            WHEN perhaps.ways >= :k AND perhaps.others >= 1 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'stage:' || stage.stage AS about, NULL AS person, stage.initiative,
       coalesce(enough.day, stage.last, :today) AS day,
       format('%d way%s to contribute to stage %s, %d of them not a meeting, %d of them known to '
              || 'have been open for %d days or more%s; %d open at the same time were promised.',
              coalesce(known.ways, 0), iif(known.ways = 1, '', 's'), stage.stage,
              coalesce(known.others, 0), coalesce(known.long_enough, 0), :d,
              iif(enough.stage IS NULL, '', ', and enough at the same time on '
                                            || day_text(enough.day)), :k) AS says,
       stage.entry || coalesce(',' || coalesce(rests_on.entries, known.entries), '') AS entries,
       'channelOpened' AS missing
FROM stage
LEFT JOIN enough ON enough.stage = stage.stage
LEFT JOIN rests_on ON rests_on.stage = stage.stage
LEFT JOIN known ON known.stage = stage.stage
LEFT JOIN perhaps ON perhaps.stage = stage.stage
