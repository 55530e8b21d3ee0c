-- level_drop_told
-- If the level drops, people are told why before the next activity.
-- Needs: levelDeclared, messageSent, deliveryReported, meetingScheduled, channelOpened
-- Rule: When a level is declared that is lower than the one declared before it in the same
--   initiative, a message that says so and why arrived with everybody taking part within n days,
--   and no later than the day of the next meeting or channel. A message without a reason is kept in
--   form only. Levels in words of one's own, without a step of the scale, cannot be compared.
-- Parameter n: from the change to telling it; calendar days; 7
-- Nothing: notApplicable; No level was lowered.
WITH declared AS (
  SELECT CAST(coalesce(stage.about, iif(level.of_register = 'initiative', level.of_id, NULL),
                       belongs.initiative) AS TEXT) AS initiative,
         level."of" AS subject, level.of_register, level.of_id, level.entry, level.level,
         CASE level.level WHEN 'informed' THEN 1 WHEN 'consulted' THEN 2 WHEN 'involved' THEN 3
                          WHEN 'coDesigned' THEN 4 WHEN 'coProduced' THEN 5 WHEN 'led' THEN 6 END
           AS height,
         coalesce(nullif(level."from", 'unknown'), happened.date) AS since
  FROM level_declared AS level
  LEFT JOIN stage_opened AS stage ON level.of_register = 'stage' AND stage.id = level.of_id
  JOIN entry_initiative AS belongs ON belongs.entry = level.entry
  JOIN entry_date AS happened ON happened.entry = level.entry
  WHERE level.level IS NOT NULL
), in_order AS (
  SELECT *, first_day(since) AS first, last_day(since) AS last,
         lag(height) OVER following AS height_before, lag(level) OVER following AS level_before,
         lag(entry) OVER following AS entry_before
  FROM declared WINDOW following AS (PARTITION BY initiative ORDER BY entry)
), dropped AS MATERIALIZED (
  SELECT in_order.*, recorded.statement_id
  FROM in_order JOIN entry AS recorded ON recorded.entry = in_order.entry
  WHERE height < height_before
), activity AS MATERIALIZED (
  SELECT initiative, first_day(planned_start) AS day FROM meeting_day
  WHERE cancelled_entry IS NULL AND planned_start IS NOT NULL
  UNION
  SELECT belongs.initiative, first_day(channel.opens)
  FROM channel_opened AS channel JOIN entry_initiative AS belongs ON belongs.entry = channel.entry
), next_activity AS (
  SELECT entry, min(iif(entry IS NULL, day, NULL)) OVER (
           PARTITION BY initiative ORDER BY day DESC
           GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS day
  FROM (SELECT initiative, day, CAST(NULL AS INTEGER) AS entry FROM activity
        UNION ALL SELECT initiative, last, entry FROM dropped)
), due AS MATERIALIZED (
  SELECT dropped.*, next_activity.day AS activity_day,
         min(dropped.first + :n, coalesce(next_activity.day, dropped.first + :n)) AS due_first,
         min(dropped.last + :n, coalesce(next_activity.day, dropped.last + :n)) AS due_last
  FROM dropped LEFT JOIN next_activity ON next_activity.entry = dropped.entry
), covers AS (
  SELECT due.entry AS level_entry, about.entry AS message_entry
  FROM due JOIN message_sent__about AS about
    ON about.value_register = 'entry' AND about.value_id = due.statement_id
  UNION
  SELECT due.entry, about.entry
  FROM due JOIN message_sent__about AS about
    ON about.value_register = due.of_register AND about.value_id = due.of_id
   AND about.entry > due.entry_before
), told AS MATERIALIZED (
  SELECT covers.level_entry, sent.participant, sent.entry, sent.arrival_entry,
         trim(coalesce(message.what_level_changed_reason, '')) <> '' AS has_reason,
         first_day(sent.arrived) AS first, last_day(sent.arrived) AS last
  FROM covers
  JOIN message_person AS sent ON sent.entry = covers.message_entry
  JOIN message_sent AS message ON message.entry = sent.entry
  WHERE sent.what = 'levelChanged'
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY level_entry, participant
                               ORDER BY last IS NULL, has_reason DESC, last, entry) AS nth
  FROM told
), bounds AS (
  SELECT level_entry, participant, min(coalesce(first, 0)) AS first,
         min(iif(has_reason, last, NULL)) AS with_reason, min(last) AS last
  FROM told GROUP BY level_entry, participant
), person AS MATERIALIZED (
  SELECT due.entry AS level_entry, part.participant
  FROM due JOIN initiative_membership AS part ON part.initiative = due.initiative
  WHERE coalesce(first_day(part.since) <= due.last, part.entry < due.entry)
    AND (part.left_entry IS NULL
         OR coalesce(last_day(part.left_on) >= due.first, part.left_entry > due.entry))
)
SELECT CASE WHEN bounds.with_reason <= due.due_first THEN 'pass'
            WHEN bounds.last <= due.due_first THEN 'weak'
            WHEN told.entry IS NULL AND due.due_last >= :today THEN 'notDue'
            WHEN due.due_last < coalesce(bounds.first, :today) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       due.subject AS about, person.participant AS person, due.initiative, due.first AS day,
       format('%s: from %s to %s%s; %s; it was promised %s.', due.subject, due.level_before,
              due.level, coalesce(' on ' || day_text(due.first), ', nobody says when'),
              CASE WHEN told.entry IS NULL THEN 'no message that tells why is on record'
                   WHEN told.last IS NULL THEN 'whether the message about it arrived is not '
                                               || 'recorded'
                   ELSE format('told on %s%s', day_text(told.last),
                               iif(told.has_reason, '', ' without a reason')) END,
              coalesce('by ' || day_text(due.due_first),
                       'within ' || count_text(:n, 'day', 'days'))) AS says,
       due.entry_before || ',' || due.entry
         || coalesce(',' || told.entry || ',' || told.arrival_entry, '') AS entries,
       iif(due.first IS NULL, 'levelDeclared', 'deliveryReported') AS missing
FROM due
JOIN person ON person.level_entry = due.entry
LEFT JOIN ranked AS told ON told.level_entry = due.entry
                        AND told.participant = person.participant AND told.nth = 1
LEFT JOIN bounds ON bounds.level_entry = due.entry AND bounds.participant = person.participant
