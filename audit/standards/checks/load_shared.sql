-- load_shared
-- Requests are shared out; nobody is overloaded.
-- Needs: involvementRequested, involvementAnswered, timeLogged, needsRecorded, roleAssigned
-- Rule: Whoever said the most time they want to give logged no more than that, counted for d days
--   on end: a limit for a week, a month (30 days) or a quarter (90 days) as many times as it goes
--   into d days, a limit for a year over 365 days, one for the whole over everything. And in
--   groups that four or more people were ever in, nobody took on more than the share x of what
--   was shared out in d days, unless they want more; a single piece is not judged.
-- Parameter d: period over which hours are added up; calendar days; 90
-- Parameter x: share of the requests that one person may carry; share of requests; 0.5
-- Nothing: unknown; Nobody has said the most time they want to give, and no requests were shared
--   out in a group.; needsRecorded
WITH need AS MATERIALIZED (
  SELECT needs.entry, needs.participant, needs.most_time_state,
         coalesce(last_day(needs.occurred_at), needs.recorded_at / 86400) AS since,
         reveal(more.entry, 'wantsMore') AS more,
         more.entry IS NOT NULL AS has_more
  FROM needs_recorded AS needs
  LEFT JOIN sealed_field AS more ON more.of_entry = needs.entry AND more.field = 'wantsMore'
), timed AS MATERIALIZED (
  SELECT time.entry, needs.entry AS needs,
         max(coalesce(last_day(needs.occurred_at), needs.recorded_at / 86400) * 10000000
             + needs.entry)
  FROM time_logged AS time
  LEFT JOIN needs_recorded AS needs ON needs.participant = time.participant
   AND coalesce(last_day(needs.occurred_at), needs.recorded_at / 86400)
     <= coalesce(first_day(time.occurred_at), 9999999)
  WHERE time.participant IN (SELECT participant FROM need WHERE most_time_state IS NOT NULL)
  GROUP BY time.entry
), work AS MATERIALIZED (
  SELECT time.entry, time.participant, time.initiative, first_day(time.occurred_at) AS day,
         last_day(time.occurred_at) = first_day(time.occurred_at) AS is_exact,
         time.minutes_state, CAST(reveal(opened.entry, 'minutes') AS INTEGER) AS minutes,
         timed.needs, needs.most_time_state, reveal(most.entry, 'mostTime') AS most
  FROM timed JOIN time_logged AS time ON time.entry = timed.entry
  LEFT JOIN needs_recorded AS needs ON needs.entry = timed.needs
  LEFT JOIN sealed_field AS most ON most.of_entry = timed.needs AND most.field = 'mostTime'
  LEFT JOIN sealed_field AS opened ON opened.of_entry = time.entry AND opened.field = 'minutes'
), summed AS MATERIALIZED (
  SELECT *, sum(minutes) OVER recent AS recent, sum(minutes) OVER yearly AS yearly,
         sum(minutes) OVER (PARTITION BY participant ORDER BY day RANGE UNBOUNDED PRECEDING)
           AS ever,
         max(minutes_state IS NULL) OVER (PARTITION BY participant) AS is_untimed,
         max(is_exact IS NOT 1) OVER (PARTITION BY participant) AS is_undated,
         max(minutes IS NULL AND minutes_state IS NOT NULL) OVER (PARTITION BY participant)
           AS is_shut
  FROM work
  WINDOW recent AS (PARTITION BY participant ORDER BY day RANGE BETWEEN :d - 1 PRECEDING
                    AND CURRENT ROW),
         yearly AS (PARTITION BY participant ORDER BY day RANGE BETWEEN 364 PRECEDING
                    AND CURRENT ROW)
), limited AS (
  SELECT *, CAST(replace(substr(most, 1, instr(most, ', period') - 1), 'minutes ', '') AS INTEGER)
              AS limit_minutes,
         CASE substr(most, instr(most, 'period ') + 7)
           WHEN 'week' THEN 7 WHEN 'month' THEN 30 WHEN 'quarter' THEN 90 WHEN 'year' THEN 365
           WHEN 'wholeExercise' THEN 0 END AS period
  FROM summed WHERE most_time_state IS NOT NULL
), load AS (
  SELECT entry, participant, initiative, day, needs, most IS NULL AS is_limit_shut, period,
         is_untimed, is_undated, is_shut,
         CASE period WHEN 0 THEN ever WHEN 365 THEN yearly ELSE recent END AS given,
         CASE WHEN period IN (0, 365) THEN limit_minutes ELSE limit_minutes * :d / period END
           AS allowed
  FROM limited
), heaviest AS (
  SELECT participant, max(initiative) AS initiative, max(is_limit_shut) AS is_limit_shut,
         max(is_untimed) AS is_untimed, max(is_undated) AS is_undated, max(is_shut) AS is_shut,
         max(period IS NULL AND NOT is_limit_shut) AS is_endless, max(day) AS last,
         min(iif(given > allowed, day, NULL)) AS over_day, max(given - allowed) AS over,
         group_concat(DISTINCT needs) AS needs, max(entry) AS time_entry
  FROM load GROUP BY participant
), hours AS (
  SELECT *, CASE WHEN over > 0 THEN 'fail' WHEN is_limit_shut OR is_shut THEN 'sealed'
                 WHEN is_endless THEN 'endless' WHEN is_untimed OR is_undated THEN 'unsaid'
                 ELSE 'pass' END AS came
  FROM heaviest
), answer AS MATERIALIZED (
  SELECT answer.entry, whom.id AS body, asked.entry AS asked_entry,
         coalesce(answer.initiative, asked.about, asked.initiative) AS initiative,
         first_day(date.date) AS day, last_day(date.date) = first_day(date.date) AS is_exact,
         opened.entry IS NOT NULL AS is_private,
         reveal(opened.entry, 'sharedOutPrivately') AS people
  FROM involvement_answered AS answer
  JOIN involvement_requested AS asked ON asked.id = answer.request
  JOIN involvement_requested__to AS whom ON whom.entry = asked.entry AND whom.register = 'group'
  JOIN entry_date AS date ON date.entry = answer.entry
  LEFT JOIN sealed_field AS opened
    ON opened.of_entry = answer.entry AND opened.field = 'sharedOutPrivately'
), body AS MATERIALIZED (
  SELECT group_id, count(*) AS members FROM group_membership GROUP BY group_id HAVING count(*) >= 4
), split(entry, participant, rest) AS (
  SELECT entry, NULL, people || ', ' FROM answer WHERE people IS NOT NULL
  UNION ALL
  SELECT entry, substr(rest, 1, instr(rest, ', ') - 1), substr(rest, instr(rest, ', ') + 2)
  FROM split WHERE rest <> ''
), place AS MATERIALIZED (
  SELECT answer.body, answer.entry, answer.asked_entry, answer.initiative, answer.day,
         answer.is_exact, taker.value AS participant
  FROM answer JOIN involvement_answered__shared_out_to AS taker ON taker.entry = answer.entry
  UNION ALL
  SELECT answer.body, answer.entry, answer.asked_entry, answer.initiative, answer.day,
         answer.is_exact, split.participant
  FROM split JOIN answer ON answer.entry = split.entry
  WHERE split.participant IS NOT NULL
), shared AS (
  SELECT *, count(*) OVER (PARTITION BY body ORDER BY day RANGE BETWEEN :d - 1 PRECEDING
                           AND CURRENT ROW) AS places,
         count(*) OVER (PARTITION BY body, participant ORDER BY day RANGE BETWEEN :d - 1 PRECEDING
                        AND CURRENT ROW) AS own,
         max(is_exact IS NOT 1) OVER (PARTITION BY body) AS is_undated
  FROM place
), shut AS (
  SELECT body, max(entry) AS entry FROM answer WHERE is_private AND people IS NULL GROUP BY body
), newest AS (
  SELECT participant, entry, more, has_more, max(since * 10000000 + entry) FROM need
  GROUP BY participant
), carried AS (
  SELECT shared.body, shared.participant, max(shared.initiative) AS initiative,
         max(shared.is_undated) AS is_undated, shared.own, shared.places, max(shared.day) AS last,
         max(iif(shared.places > 1, shared.own * 1.0 / shared.places, 0)) AS share,
         max(shared.entry) AS entry, max(shared.asked_entry) AS asked_entry,
         max(shared.places) AS most_places
  FROM shared JOIN body ON body.group_id = shared.body
  GROUP BY shared.body, shared.participant
), requests AS (
  SELECT carried.*, newest.entry AS needs,
         CASE WHEN most_places < 2 AND shut.entry IS NULL THEN 'single'
              WHEN carried.is_undated THEN 'unsaid'
              WHEN share <= CAST(:x AS REAL) THEN iif(shut.entry IS NULL, 'pass', 'sealed')
              WHEN newest.more = 'yes' THEN 'more'
              WHEN newest.has_more AND newest.more IS NULL OR shut.entry IS NOT NULL THEN 'sealed'
              ELSE 'fail' END AS came
  FROM carried
  LEFT JOIN newest ON newest.participant = carried.participant
  LEFT JOIN shut ON shut.body = carried.body
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'fail' THEN 'fail' ELSE 'unknown' END AS verdict,
       'participant:' || participant AS about, participant AS person, initiative,
       coalesce(over_day, last) AS day,
       CASE came
         WHEN 'pass' THEN 'The person gave no more time than they said they want to give.'
         WHEN 'fail' THEN
           format('Up to %s the person gave %d minute%s more than they said they want to give.',
                  day_text(over_day), over, iif(over = 1, '', 's'))
         WHEN 'sealed' THEN 'Whoever asks may not see how much time the person gave or wants '
                            || 'to give.'
         WHEN 'endless' THEN 'In which period the person wants to give so much is not recorded.'
         ELSE 'When or how long the person worked is not recorded throughout.' END AS says,
       needs || ',' || time_entry AS entries,
       CASE came WHEN 'sealed' THEN 'sealed' WHEN 'endless' THEN 'needsRecorded'
                 ELSE 'timeLogged' END AS missing
FROM hours
UNION ALL
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'more' THEN 'pass' WHEN 'fail' THEN 'fail'
                 WHEN 'single' THEN 'notApplicable' ELSE 'unknown' END,
       'group:' || body, participant, initiative, last,
       CASE came
         WHEN 'single' THEN format('A single piece was shared out in %s.', body)
         WHEN 'unsaid' THEN format('When requests were shared out in %s is not recorded '
                                   || 'throughout.',
                                   body)
         WHEN 'sealed' THEN
           format('Whoever asks may not see all that was shared out in %s, or who wants more.',
             body)
         ELSE format('The person took on %d of %d pieces shared out in %s within %s; a '
                     || 'share of %s was the most%s.', own, places, body,
                     count_text(:d, 'day', 'days'), :x,
                     iif(came = 'more', ', and they want more', '')) END,
       asked_entry || ',' || entry || coalesce(',' || iif(came = 'more', needs, NULL), ''),
       iif(came = 'sealed', 'sealed', 'involvementAnswered')
FROM requests
