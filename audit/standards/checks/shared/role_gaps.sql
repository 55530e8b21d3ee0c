-- How long an initiative was without somebody in a role: expects watched(role, may_be_outside), one
-- row, and gives role_gap_case, a case for each initiative with all columns of a check. A gap is
-- sure by what surely covers each day, perhaps by what may. Parameter :g is the longest allowed.
course AS MATERIALIZED (
  SELECT opened.entry, opened.id, first_day(opened.occurred_at) AS first,
         last_day(opened.occurred_at) AS last, closed.entry AS closed_entry,
         min(coalesce(first_day(closed.occurred_at), :today), :today) AS end_first,
         min(coalesce(last_day(closed.occurred_at), :today), :today) AS end_last
  FROM initiative_opened AS opened
  LEFT JOIN (SELECT about, occurred_at, min(entry) AS entry FROM initiative_closed GROUP BY about)
    AS closed ON closed.about = opened.id
), holding AS MATERIALIZED (
  SELECT assigned.entry,
         coalesce('participant:' || who.id, who.description, who.words) AS holder,
         assigned."within", assigned.role,
         CAST(CASE assigned.within_register
           WHEN 'initiative' THEN assigned.within_id
           WHEN 'group' THEN coalesce(assigned.initiative, formed.about, formed.initiative)
           ELSE assigned.initiative END AS TEXT) AS initiative,
         first_day(coalesce(assigned."from", assigned.occurred_at)) AS first,
         coalesce(last_day(coalesce(assigned."from", assigned.occurred_at)),
                  assigned.recorded_at / 86400) AS last,
         assigned."until", assigned.statement_id
  FROM role_assigned AS assigned
  JOIN watched ON watched.role = assigned.role
  JOIN role_assigned__who AS who ON who.entry = assigned.entry
  LEFT JOIN group_formed AS formed
    ON assigned.within_register = 'group' AND formed.id = assigned.within_id
  WHERE assigned.standing IS NOT 'planned'
    AND (assigned.reply IS NULL OR assigned.reply = 'takenOn')
    AND (who.register = 'participant'
         OR watched.may_be_outside AND coalesce(who.register, '') NOT IN ('group', 'organisation'))
), over AS (
  SELECT ended.entry, ended.assigned,
         coalesce('participant:' || who.id, who.description, who.words) AS holder, ended."within",
         first_day(coalesce(ended."from", ended.occurred_at)) AS first,
         coalesce(last_day(coalesce(ended."from", ended.occurred_at)), ended.recorded_at / 86400)
           AS last
  FROM role_ended AS ended
  JOIN watched ON watched.role = ended.role
  JOIN role_ended__who AS who ON who.entry = ended.entry
  UNION ALL
  SELECT entry, NULL, 'participant:' || participant, iif(leaving = 'ledger', '', about),
         first_day(coalesce("from", occurred_at)),
         coalesce(last_day(coalesce("from", occurred_at)), recorded_at / 86400)
  FROM participant_left WHERE leaving IN ('ledger', 'initiative')
), spell AS MATERIALIZED (
  SELECT holding.entry, holding.initiative, holding.first, holding.last, holding."until",
         over.entry AS over_entry, over.first AS over_first, min(over.last) AS over_last
  FROM holding
  LEFT JOIN over ON over.holder = holding.holder AND over.entry > holding.entry
   AND (over.assigned IS NULL OR over.assigned = 'entry:' || holding.statement_id)
   AND (over."within" = '' OR over."within" IS holding."within"
        OR over."within" = 'initiative:' || holding.initiative)
  GROUP BY holding.entry, holding.holder
), placed AS (
  SELECT course.id, spell.* FROM spell JOIN course ON course.id = spell.initiative
  UNION ALL
  SELECT course.id, spell.* FROM spell JOIN course ON spell.initiative IS NULL
), covered AS (
  SELECT 'sure' AS mode, course.id, placed.entry, course.last AS opens, course.end_first AS closes,
         placed.last AS "from",
         min(coalesce(first_day(placed."until"), iif(placed."until" IS NULL, course.end_last,
                                                     placed.last)),
             iif(placed.over_entry IS NULL, course.end_last,
                 coalesce(placed.over_first - 1, placed.last))) AS upto
  FROM placed JOIN course ON course.id = placed.id
  UNION ALL
  SELECT 'perhaps', course.id, placed.entry, course.last, course.end_first,
         coalesce(placed.first, course.first),
         min(coalesce(last_day(placed."until"), course.end_last),
             coalesce(placed.over_last - 1, course.end_last))
  FROM placed JOIN course ON course.id = placed.id
  UNION ALL
  SELECT 'sure', id, NULL, first, end_last, end_last + 1, end_last + 1 FROM course
  UNION ALL
  SELECT 'perhaps', id, NULL, last, end_first, end_first + 1, end_first + 1 FROM course
), step AS (
  SELECT mode, id, "from", max(upto) OVER (
           PARTITION BY mode, id ORDER BY "from", upto
           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
  FROM covered
), gap AS (
  SELECT step.mode, step.id,
         max(coalesce(before + 1, iif(mode = 'sure', course.first, course.last)),
             iif(mode = 'sure', course.first, course.last)) AS since,
         min(step."from", iif(mode = 'sure', course.end_last, course.end_first) + 1) AS upto
  FROM step JOIN course ON course.id = step.id
), worst AS MATERIALIZED (
  SELECT mode, id, since, upto, max(upto - since) AS days FROM gap GROUP BY mode, id
), held AS (
  SELECT id, group_concat(DISTINCT entry) AS entries, group_concat(DISTINCT over_entry) AS overs
  FROM placed GROUP BY id
), judged AS (
  SELECT course.*, watched.role, held.entries, held.overs, sure.days AS sure_days,
         perhaps.days AS perhaps_days, perhaps.since, perhaps.upto,
         CASE WHEN course.first IS NULL THEN 'undated'
              WHEN sure.days <= :g AND held.entries IS NOT NULL THEN 'pass'
              WHEN perhaps.days > :g THEN 'fail'
              WHEN held.entries IS NULL THEN 'early'
              ELSE 'perhaps' END AS came
  FROM course
  CROSS JOIN watched
  CROSS JOIN worst AS sure ON sure.id = course.id AND sure.mode = 'sure'
  CROSS JOIN worst AS perhaps ON perhaps.id = course.id AND perhaps.mode = 'perhaps'
  LEFT JOIN held ON held.id = course.id
), role_gap_case AS (
  SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'fail' THEN 'fail' WHEN 'early' THEN 'notDue'
                   ELSE 'unknown' END AS verdict,
         'initiative:' || id AS about, NULL AS person, id AS initiative,
         iif(came = 'fail', since + :g, end_last) AS day,
         CASE came
           WHEN 'undated' THEN format('When %s began is not recorded.', id)
           WHEN 'pass' THEN
             format('The longest time of %s without a %s on record was %d day%s; %s allowed.',
                    id, role, max(sure_days, 0), iif(sure_days = 1, '', 's'),
                    count_text(:g, 'was', 'were'))
           WHEN 'fail' THEN
             format('%s had no %s on record for %s from %s; %s allowed.', id, role,
                    count_text(perhaps_days, 'day', 'days'), day_text(since),
                    count_text(:g, 'was', 'were'))
           WHEN 'early' THEN format('%s began on %s and has no %s on record yet.', id,
                                    day_text(first), role)
           ELSE format('From when to when somebody was %s of %s is not recorded to the day.', role,
                       id) END AS says,
         entry || coalesce(',' || entries, '') || iif(came = 'pass', '', coalesce(',' || overs, ''))
           || iif(came = 'pass', '', coalesce(',' || closed_entry, '')) AS entries,
         iif(came = 'undated', 'initiativeOpened', 'roleAssigned') AS missing
  FROM judged
)
