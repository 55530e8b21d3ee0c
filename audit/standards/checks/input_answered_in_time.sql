-- input_answered_in_time
-- Every input gets a response in time.
-- Needs: inputReceived, pauseStarted, pauseEnded, responseGiven, standardAdopted
-- Rule: Each input was answered within n days of the day it came. Days on which the answer waited
--   for whoever gave the input do not count, if a message told them so. Working days leave out
--   Saturdays, Sundays and the holidays of the newest table of holidays that was adopted; outside
--   the years of that table, or without one, nobody can tell. Calendar days are all days.
-- Parameter n: from the input to the response; days; 28
-- Parameter unit: how days are counted: calendar, or working; kind of day; calendar
-- Nothing: unknown; No input is on record, so nobody can tell whether any was answered.;
--   inputReceived
WITH RECURSIVE newest AS MATERIALIZED (
  SELECT max(entry) AS entry FROM reference_row WHERE data = 'holidays' AND :unit = 'working'
), holiday AS MATERIALIZED (
  SELECT DISTINCT first_day(cell.value) AS day
  FROM newest JOIN reference_row AS cell ON cell.entry = newest.entry AND cell."column" = 'day'
), years AS MATERIALIZED (
  SELECT first_day(substr(day_text(min(day)), 1, 4)) AS first,
         last_day(substr(day_text(max(day)), 1, 4)) AS last
  FROM holiday
), calendar(day, worked) AS (
  SELECT first - 1, 0 FROM years WHERE first IS NOT NULL
  UNION ALL
  SELECT calendar.day + 1,
         calendar.worked + ((calendar.day + 5) % 7 BETWEEN 1 AND 5 AND holiday.day IS NULL)
  FROM calendar JOIN years ON calendar.day < years.last
  LEFT JOIN holiday ON holiday.day = calendar.day + 1
), counted AS MATERIALIZED (SELECT day, worked FROM calendar
), answer AS MATERIALIZED (
  SELECT answered.value AS input, response.entry, first_day(given.date) AS earliest,
         min(last_day(given.date)) AS latest,
         count(*) > count(last_day(given.date)) AS some_undated
  FROM response_given AS response
  JOIN response_given__inputs AS answered ON answered.entry = response.entry
  JOIN entry_date AS given ON given.entry = response.entry
  GROUP BY answered.value
), said AS MATERIALIZED (
  SELECT input.id, input.entry, input.initiative, first_day(came.date) AS came_first,
         last_day(came.date) AS came_last, answer.entry AS answer_entry, answer.earliest,
         answer.latest, answer.some_undated, coalesce(answer.latest, :today) AS until
  FROM input_received AS input
  JOIN entry_date AS came ON came.entry = input.entry
  LEFT JOIN answer ON answer.input = input.id
), begun AS MATERIALIZED (
  SELECT started.of_id AS input, started.entry, max(message.entry) AS told_entry,
         min(ended.entry) AS end_entry
  FROM pause_started AS started
  JOIN pause_started__told AS told ON told.entry = started.entry
  JOIN message_sent AS message ON message.id = told.value
  LEFT JOIN pause_ended AS ended ON ended."of" = started."of" AND ended.entry > started.entry
  WHERE started.of_register = 'input' AND started.reason = 'waitingForTheContributor'
  GROUP BY started.entry
), pause AS MATERIALIZED (
  SELECT begun.input, min(begun.entry) AS entry, begun.told_entry, begun.end_entry,
         first_day(start.date) AS from_first, last_day(start.date) AS from_last,
         iif(begun.end_entry IS NULL, :today, first_day(stop.date)) AS to_first,
         iif(begun.end_entry IS NULL, :today, last_day(stop.date)) AS to_last
  FROM begun
  JOIN entry_date AS start ON start.entry = begun.entry
  LEFT JOIN entry_date AS stop ON stop.entry = begun.end_entry
  GROUP BY begun.input, begun.end_entry
), stretch AS MATERIALIZED (
  SELECT pause.*, from_first IS NOT from_last OR to_first IS NOT to_last OR from_first IS NULL
           OR to_first IS NULL AS is_vague,
         max(pause.from_last, said.came_first) AS begins, min(pause.to_first, said.until) AS ends
  FROM pause JOIN said ON said.id = pause.input
), waited AS MATERIALIZED (
  SELECT stretch.input, max(is_vague) AS some_vague,
         sum(iif(is_vague OR ends <= begins, 0,
                 iif(:unit = 'working', close.worked - open.worked, ends - begins))) AS days,
         group_concat(stretch.entry || ',' || told_entry || coalesce(',' || end_entry, ''))
           AS entries
  FROM stretch
  LEFT JOIN counted AS open ON open.day = stretch.begins
  LEFT JOIN counted AS close ON close.day = stretch.ends
  GROUP BY stretch.input
), aged AS MATERIALIZED (
  SELECT said.*, coalesce(waited.days, 0) AS paused, waited.some_vague, waited.entries AS pauses,
         iif(:unit = 'working', upto.worked - first.worked, until - came_first) AS most,
         iif(:unit = 'working', coalesce(soonest.worked, upto.worked) - last.worked,
             coalesce(earliest, until) - came_last) AS least
  FROM said
  LEFT JOIN waited ON waited.input = said.id
  LEFT JOIN counted AS first ON first.day = said.came_first
  LEFT JOIN counted AS last ON last.day = said.came_last
  LEFT JOIN counted AS upto ON upto.day = said.until
  LEFT JOIN counted AS soonest ON soonest.day = said.earliest
), judged AS MATERIALIZED (
  SELECT *,
         CASE WHEN came_first IS NULL OR came_last IS NULL THEN 'inputUndated'
              WHEN answer_entry IS NOT NULL AND latest IS NULL THEN 'answerUndated'
              WHEN most IS NULL OR least IS NULL THEN 'noCalendar'
              WHEN most - paused <= :n THEN iif(answer_entry IS NULL, 'notDue', 'inTime')
              WHEN some_undated THEN 'answerUndated'
              WHEN least - paused <= :n THEN iif(came_first = came_last, 'answerUndated',
                                                 'inputUndated')
              WHEN some_vague THEN 'pauseUndated'
              ELSE iif(answer_entry IS NULL, 'never', 'late') END AS result
  FROM aged
)
SELECT CASE WHEN result = 'inTime' THEN 'pass' WHEN result = 'notDue' THEN 'notDue'
            WHEN result IN ('never', 'late') THEN 'fail' ELSE 'unknown' END AS verdict,
       'input:' || id AS about, NULL AS person, initiative, came_first AS day,
       CASE result
         WHEN 'inputUndated' THEN
           format('The exact day on which input %s came is not recorded.', id)
         WHEN 'answerUndated' THEN
           format('Input %s came on %s and was answered; the exact day of that is not recorded.',
                  id, day_text(came_first))
         WHEN 'noCalendar' THEN
           format('No table of holidays was adopted that holds for the days from %s to %s.',
                  day_text(came_first), day_text(until))
         WHEN 'pauseUndated' THEN
           format('From when to when input %s waited for whoever gave it is not recorded to the '
                  || 'day.',
                  id)
         ELSE format('Input %s came on %s and ', id, day_text(came_first)) ||
              iif(answer_entry IS NULL, format('has no answer on %s: ', day_text(until)),
                  format('was answered on %s: ', day_text(until))) ||
              format('%d %sday%s', most, iif(:unit = 'working', 'working ', ''),
                     iif(most = 1, '', 's')) ||
              iif(paused > 0, format(', less %d of waiting for whoever gave it, makes %d', paused,
                                     most - paused), '') ||
              format('; %s %s promised.', :n, iif(:n = 1, 'was', 'were')) ||
              iif(:unit = 'working', (SELECT format(' Holidays are those of entry %d.', entry)
                                      FROM newest), '')
       END AS says,
       entry || coalesce(',' || answer_entry, '') || iif(paused > 0, ',' || pauses, '') ||
         coalesce(',' || (SELECT entry FROM newest), '') AS entries,
       CASE result WHEN 'answerUndated' THEN 'responseGiven'
                   WHEN 'noCalendar' THEN 'standardAdopted'
                   WHEN 'pauseUndated' THEN 'pauseStarted' ELSE 'inputReceived' END AS missing
FROM judged
