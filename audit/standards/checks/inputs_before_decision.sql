-- inputs_before_decision
-- Inputs come before the decision, not after it.
-- Needs: matterRaised, channelOpened, channelClosed, inputReceived, decisionMade, versionMade
-- Rule: People could be heard on the matter for at least n days, from the day the matter or the
--   first route about it says to the day the matter says, or the last route was closed; the
--   decision came on that day or later; and it names each input of that time as a reason, itself
--   or the one that it was drawn together into. It is weak if the final text is one that was there
--   before people could be heard and no input was adopted, whole or in part. Without a matter, or
--   its days, nobody can tell.
-- Parameter n: how long inputs could be given; calendar days; 14
-- Nothing: notApplicable; No decision is on record.
WITH RECURSIVE closing AS MATERIALIZED (
  SELECT channel, max(entry) AS entry, coalesce(nullif(max(closed), 'unknown'), max(said)) AS closed
  FROM (SELECT closed.channel, closed.entry, closed.closed, closed_on.date AS said
        FROM channel_closed AS closed
        JOIN entry_date AS closed_on ON closed_on.entry = closed.entry)
  GROUP BY channel
), route AS MATERIALIZED (
  SELECT about.value_id AS matter, opened.id AS channel, opened.entry,
         closing.entry AS closing_entry,
         first_day(coalesce(opened.opens, opened_on.date)) AS opens_first,
         last_day(coalesce(opened.opens, opened_on.date)) AS opens_last,
         first_day(coalesce(closing.closed, opened.closes)) AS closes_first,
         last_day(coalesce(closing.closed, opened.closes)) AS closes_last
  FROM channel_opened AS opened
  JOIN channel_opened__about AS about
    ON about.entry = opened.entry AND about.value_register = 'matter'
  JOIN entry_date AS opened_on ON opened_on.entry = opened.entry
  LEFT JOIN closing ON closing.channel = opened.id
), routes AS MATERIALIZED (
  SELECT matter, min(opens_first) AS opens_first, min(opens_last) AS opens_last,
         iif(count(*) = count(closes_first), max(closes_first), NULL) AS closes_first,
         iif(count(*) = count(closes_last), max(closes_last), NULL) AS closes_last,
         group_concat(entry || coalesce(',' || closing_entry, '')) AS entries
  FROM route GROUP BY matter
), heard AS MATERIALIZED (
  SELECT matter.id, matter.entry, routes.entries AS route_entries,
         coalesce(first_day(matter.inputs_from), routes.opens_first) AS opens_first,
         coalesce(last_day(matter.inputs_from), routes.opens_last) AS opens_last,
         coalesce(first_day(matter.inputs_until), routes.closes_first) AS closes_first,
         coalesce(last_day(matter.inputs_until), routes.closes_last) AS closes_last
  FROM matter_raised AS matter LEFT JOIN routes ON routes.matter = matter.id
), said AS MATERIALIZED (
  SELECT about.value_id AS matter, about.entry FROM input_received__about AS about
  WHERE about.value_register = 'matter'
  UNION
  SELECT option.matter, about.entry
  FROM input_received__about AS about JOIN option_proposed AS option ON option.id = about.value_id
  WHERE about.value_register = 'option'
  UNION
  SELECT route.matter, input.entry
  FROM route JOIN input_received AS input ON input.channel = route.channel
), given AS MATERIALIZED (
  SELECT said.matter, input.id, input.entry, first_day(came.date) AS came_first,
         last_day(came.date) AS came_last
  FROM said
  JOIN input_received AS input ON input.entry = said.entry
  JOIN entry_date AS came ON came.entry = input.entry
), edge AS MATERIALIZED (
  SELECT regrouped.value AS source, made.value AS target
  FROM inputs_regrouped__inputs AS regrouped
  JOIN inputs_regrouped__into AS made ON made.entry = regrouped.entry
), stands(input, target) AS (
  SELECT DISTINCT id, id FROM given
  UNION
  SELECT stands.input, edge.target FROM stands JOIN edge ON edge.source = stands.target
), standing AS MATERIALIZED (SELECT input, target FROM stands
), named AS MATERIALIZED (
  SELECT entry, what_id AS input FROM decision_made__because_of WHERE what_register = 'input'
), covered AS MATERIALIZED (
  SELECT DISTINCT named.entry, standing.input
  FROM named JOIN standing ON standing.target = named.input
), weighed AS MATERIALIZED (
  SELECT decision.entry, count(*) AS inputs, sum(covered.input IS NULL) AS left_out,
         sum(given.came_first IS NULL) AS undated, max(given.entry) AS input_entry,
         max(CASE WHEN covered.input IS NULL THEN given.id END) AS one_left_out
  FROM decision_made AS decision
  JOIN heard ON heard.id = decision.matter
  JOIN given ON given.matter = decision.matter
  LEFT JOIN covered ON covered.entry = decision.entry AND covered.input = given.id
  WHERE (given.came_first IS NULL OR given.came_last IS NULL) AND covered.input IS NULL
     OR given.came_last >= heard.opens_first AND given.came_first <= heard.closes_last
  GROUP BY decision.entry
), adopted AS MATERIALIZED (
  SELECT given.matter, max(response.entry) AS entry
  FROM given
  JOIN response_given__inputs AS answered ON answered.value = given.id
  JOIN response_given AS response ON response.entry = answered.entry
  WHERE response.disposition IN ('adopted', 'partly')
  GROUP BY given.matter
), text_before AS MATERIALIZED (
  SELECT version.document, min(version.entry) AS entry, min(last_day(made_on.date)) AS day
  FROM version_made AS version JOIN entry_date AS made_on ON made_on.entry = version.entry
  WHERE version.document LIKE 'sha256:%' GROUP BY version.document
), judged AS (
  SELECT decision.entry, decision.id, decision.initiative, decision.matter,
         heard.entry AS matter_entry, heard.route_entries, heard.opens_first, heard.opens_last,
         heard.closes_first, heard.closes_last, first_day(made_on.date) AS made_first,
         last_day(made_on.date) AS made_last, weighed.inputs, weighed.left_out,
         weighed.one_left_out, weighed.input_entry, text_before.entry AS text_entry,
         CASE WHEN heard.id IS NULL THEN 'noMatter'
              WHEN heard.closes_first > last_day(made_on.date) THEN 'early'
              WHEN heard.closes_last - heard.opens_first < :n THEN 'short'
              WHEN weighed.left_out > weighed.undated THEN 'leftOut'
              WHEN heard.opens_last IS NULL OR heard.closes_first IS NULL
                OR heard.closes_last IS NULL THEN 'noDays'
              WHEN heard.closes_first - heard.opens_last < :n THEN 'noDays'
              WHEN heard.closes_last > first_day(made_on.date) OR made_on.date IS NULL
                OR first_day(made_on.date) IS NULL THEN 'undated'
              WHEN weighed.left_out > 0 THEN 'inputUndated'
              WHEN text_before.day < heard.opens_first AND adopted.matter IS NULL THEN 'fixed'
              ELSE 'heard' END AS result
  FROM decision_made AS decision
  JOIN entry_date AS made_on ON made_on.entry = decision.entry
  LEFT JOIN heard ON heard.id = decision.matter
  LEFT JOIN weighed ON weighed.entry = decision.entry
  LEFT JOIN adopted ON adopted.matter = decision.matter
  LEFT JOIN text_before ON text_before.document = decision.final_text
)
SELECT CASE WHEN result = 'heard' THEN 'pass' WHEN result = 'fixed' THEN 'weak'
            WHEN result IN ('early', 'short', 'leftOut') THEN 'fail' ELSE 'unknown' END AS verdict,
       'decision:' || id AS about, NULL AS person, initiative, made_first AS day,
       CASE result
         WHEN 'noMatter' THEN
           format('Decision %s is on no matter on record, so nobody can tell who was heard before.',
                  id)
         WHEN 'noDays' THEN
           format('From when to when people could be heard on matter %s is not recorded to the '
                  || 'day.',
                  matter)
         WHEN 'undated' THEN
           format('People could be heard on matter %s until %s; whether decision %s came before '
                  || 'that is not recorded.', matter, day_text(closes_last), id)
         WHEN 'early' THEN
           format('Decision %s came on %s, and people could be heard on matter %s until %s.', id,
                  day_text(made_last), matter, day_text(closes_first))
         WHEN 'short' THEN
           format('People could be heard on matter %s from %s to %s, %d day%s; %s promised.',
                  matter, day_text(opens_first), day_text(closes_last), closes_last - opens_first,
                  iif(closes_last - opens_first = 1, '', 's'), count_text(:n, 'was', 'were'))
         WHEN 'leftOut' THEN
           format('Decision %s does not name %s of the %d on matter %s as a reason, such as %s.',
                  id,
                  iif(left_out = 1, '1 input', left_out || ' inputs'), inputs, matter, one_left_out)
         WHEN 'inputUndated' THEN
           format('The day on which input %s on matter %s came is not recorded.', one_left_out,
                  matter)
         ELSE format('People could be heard on matter %s from %s to %s, %d day%s; %s '
                     || 'promised. Decision %s came on %s and names %s.', matter,
                     day_text(opens_first), day_text(closes_last), closes_first - opens_last,
                     iif(closes_first - opens_last = 1, '', 's'),
                     count_text(:n, 'was', 'were'), id, day_text(made_first),
                     CASE coalesce(inputs, 0) WHEN 0 THEN 'no input, as none came'
                                              WHEN 1 THEN 'the input that came'
                                              ELSE format('all %d inputs that came', inputs) END) ||
              iif(result = 'fixed', ' Its text was there before, and no input was adopted.', '')
       END AS says,
       entry || coalesce(',' || matter_entry, '') || coalesce(',' || route_entries, '')
         || coalesce(',' || input_entry, '') || iif(result = 'fixed', ',' || text_entry, '')
         AS entries,
       CASE result WHEN 'inputUndated' THEN 'inputReceived' WHEN 'undated' THEN 'decisionMade'
                   ELSE 'matterRaised' END AS missing
FROM judged
