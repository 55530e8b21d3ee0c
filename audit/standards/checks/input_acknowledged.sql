-- input_acknowledged
-- Every input gets an identifier and an acknowledgement.
-- Needs: inputReceived, messageSent
-- Rule: For each input to which an answer can get back, straight to the giver, through somebody or
--   by a notice where it was collected, a message that acknowledges it was sent within n days. An
--   identifier it has, or it is not on record. Where it is not recorded whether an answer can get
--   back, and no acknowledgement came in time, nobody can tell.
-- Parameter n: from the input to the acknowledgement; calendar days; 7
-- Nothing: unknown; No input is on record, so nobody can tell whether any was acknowledged.;
--   inputReceived
WITH acknowledged AS MATERIALIZED (
  SELECT about.value_id AS input, sent.entry, first_day(sent_on.date) AS earliest,
         min(last_day(sent_on.date)) AS latest,
         count(*) > count(last_day(sent_on.date)) AS some_undated
  FROM message_sent AS sent
  JOIN message_sent__about AS about ON about.entry = sent.entry
  JOIN entry_date AS sent_on ON sent_on.entry = sent.entry
  WHERE sent.what = 'acknowledgement' AND about.value_register = 'input'
  GROUP BY about.value_id
), said AS MATERIALIZED (
  SELECT input.id, input.entry, input.initiative, input.return_route AS route,
         first_day(came.date) AS came_first, last_day(came.date) AS came_last,
         acknowledged.entry AS sent_entry, acknowledged.earliest, acknowledged.latest,
         acknowledged.some_undated
  FROM input_received AS input
  JOIN entry_date AS came ON came.entry = input.entry
  LEFT JOIN acknowledged ON acknowledged.input = input.id
), judged AS (
  SELECT *,
         CASE WHEN route IN ('none', 'inPublic') THEN 'noWayBack'
              WHEN came_first IS NULL OR came_last IS NULL THEN 'inputUndated'
              WHEN latest - came_first <= :n THEN 'inTime'
              WHEN route IS NULL THEN 'routeUnknown'
              WHEN sent_entry IS NULL AND :today - came_first <= :n THEN 'notDue'
              WHEN sent_entry IS NULL AND :today - came_last <= :n THEN 'inputUndated'
              WHEN sent_entry IS NULL THEN 'never'
              WHEN some_undated THEN 'messageUndated'
              WHEN earliest - came_last > :n THEN 'late'
              ELSE 'messageUndated' END AS result
  FROM said
)
SELECT CASE result WHEN 'noWayBack' THEN 'notApplicable' WHEN 'inTime' THEN 'pass'
                   WHEN 'notDue' THEN 'notDue' WHEN 'never' THEN 'fail' WHEN 'late' THEN 'fail'
                   ELSE 'unknown' END AS verdict,
       'input:' || id AS about, NULL AS person, initiative, came_first AS day,
       CASE result
         WHEN 'noWayBack' THEN format('There is no way back to whoever gave input %s.', id)
         WHEN 'inputUndated' THEN format('The day on which input %s came is not recorded.', id)
         WHEN 'routeUnknown' THEN
           format('How an answer can reach whoever gave input %s is not recorded.', id)
         WHEN 'messageUndated' THEN
           format('Input %s came on %s and was acknowledged; the day of that is not recorded.', id,
                  day_text(came_first))
         WHEN 'notDue' THEN
           format('Input %s came on %s; there is time to acknowledge it until %s.', id,
                  day_text(came_first), day_text(came_first + :n))
         WHEN 'never' THEN
           format('Input %s came on %s and no acknowledgement is on record %d day%s later; '
                  || '%s promised.', id, day_text(came_last), :today - came_last,
                  iif(:today - came_last = 1, '', 's'), count_text(:n, 'was', 'were'))
         WHEN 'late' THEN
           format('Input %s came on %s and was acknowledged on %s, %d day%s later; '
                  || '%s promised.',
                  id, day_text(came_last), day_text(earliest), earliest - came_last,
                  iif(earliest - came_last = 1, '', 's'), count_text(:n, 'was', 'were'))
         ELSE format('Input %s came on %s and was acknowledged on %s, %d day%s later; '
                     || '%s promised.', id, day_text(came_first), day_text(latest),
                     latest - came_first, iif(latest - came_first = 1, '', 's'),
                     count_text(:n, 'was', 'were'))
       END AS says,
       entry || coalesce(',' || sent_entry, '') AS entries,
       iif(result = 'messageUndated', 'messageSent', 'inputReceived') AS missing
FROM judged
