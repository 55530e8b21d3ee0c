-- timeline_told
-- People get a timeline early and are told when it changes.
-- Needs: participantJoined, planSet, messageSent, deliveryReported
-- Rule: A plan of the initiative arrived with each person within n days of joining, or of the
--   opening of the initiative for those who joined before it. Each plan set after the first one was
--   told within m days to everybody who took part on that day: by a plan or news about that entry,
--   or by a plan that was sent after it and before the next. An arrival that nobody says is
--   unknown.
-- Parameter n: from joining to the timeline; calendar days; 14
-- Parameter m: from a change of plan to telling it; calendar days; 7
-- Nothing: notApplicable; Nobody takes part in an initiative.
WITH opened AS MATERIALIZED (
  SELECT opened.id AS initiative, opened.entry, first_day(happened.date) AS first,
         last_day(happened.date) AS last
  FROM initiative_opened AS opened JOIN entry_date AS happened ON happened.entry = opened.entry
), person AS MATERIALIZED (
  SELECT part.initiative, part.participant, part.entry, part.left_entry,
         first_day(part.since) AS joined_first,
         last_day(part.left_on) AS left_last,
         max(first_day(part.since), coalesce(opened.first, first_day(part.since))) AS first,
         max(last_day(part.since), coalesce(opened.last, last_day(part.since))) AS last
  FROM initiative_membership AS part LEFT JOIN opened ON opened.initiative = part.initiative
), told AS MATERIALIZED (
  SELECT belongs.initiative, sent.participant, sent.entry, sent.arrival_entry, sent.what,
         first_day(sent.arrived) AS first, last_day(sent.arrived) AS last
  FROM message_person AS sent JOIN entry_initiative AS belongs ON belongs.entry = sent.entry
  WHERE sent.what IN ('plan', 'progress')
), timeline AS (
  SELECT initiative, participant, entry, arrival_entry, min(last) AS last
  FROM told WHERE what = 'plan' GROUP BY initiative, participant
), timeline_bounds AS (
  SELECT initiative, participant, min(coalesce(first, 0)) AS first
  FROM told WHERE what = 'plan' GROUP BY initiative, participant
), plan AS MATERIALIZED (
  SELECT CAST(coalesce(plan.about, belongs.initiative) AS TEXT) AS initiative,
         plan.entry, plan.version,
         recorded.statement_id, first_day(happened.date) AS first, last_day(happened.date) AS last,
         row_number() OVER (PARTITION BY coalesce(plan.about, belongs.initiative)
                            ORDER BY plan.entry) AS nth
  FROM plan_set AS plan
  JOIN entry AS recorded ON recorded.entry = plan.entry
  JOIN entry_initiative AS belongs ON belongs.entry = plan.entry
  JOIN entry_date AS happened ON happened.entry = plan.entry
), message AS (
  SELECT DISTINCT initiative, entry FROM told WHERE what = 'plan'
), in_order AS (
  SELECT initiative, entry, is_plan,
         max(iif(is_plan, entry, NULL)) OVER (PARTITION BY initiative ORDER BY entry) AS plan_entry
  FROM (SELECT initiative, entry, 1 AS is_plan FROM plan
        UNION ALL SELECT initiative, entry, 0 FROM message)
), covers AS (
  SELECT plan_entry, entry AS message_entry FROM in_order
  WHERE NOT is_plan AND plan_entry IS NOT NULL
  UNION
  SELECT plan.entry, about.entry
  FROM plan JOIN message_sent__about AS about
    ON about.value_register = 'entry' AND about.value_id = plan.statement_id
), change_told AS MATERIALIZED (
  SELECT covers.plan_entry, told.participant, told.entry, told.arrival_entry, told.first, told.last
  FROM covers JOIN told ON told.entry = covers.message_entry
), change AS (
  SELECT plan_entry, participant, entry, arrival_entry, min(last) AS last
  FROM change_told GROUP BY plan_entry, participant
), change_bounds AS (
  SELECT plan_entry, participant, min(coalesce(first, 0)) AS first
  FROM change_told GROUP BY plan_entry, participant
), compared AS (
  SELECT NULL AS version, person.initiative, person.participant, person.entry AS about_entry,
         person.first, person.last, :n AS days, timeline.entry AS message_entry,
         timeline.arrival_entry, timeline.last AS told_last, bounds.first AS told_first
  FROM person
  LEFT JOIN timeline ON timeline.initiative = person.initiative
                    AND timeline.participant = person.participant
  LEFT JOIN timeline_bounds AS bounds ON bounds.initiative = person.initiative
                                     AND bounds.participant = person.participant
  UNION ALL
  SELECT plan.version, plan.initiative, person.participant, plan.entry, plan.first, plan.last, :m,
         change.entry, change.arrival_entry, change.last, bounds.first
  FROM plan
  JOIN person ON person.initiative = plan.initiative
             AND coalesce(person.joined_first <= plan.last, person.entry < plan.entry)
             AND (person.left_entry IS NULL
                  OR coalesce(person.left_last >= plan.first, person.left_entry > plan.entry))
  LEFT JOIN change ON change.plan_entry = plan.entry
                  AND change.participant = person.participant
  LEFT JOIN change_bounds AS bounds ON bounds.plan_entry = plan.entry
                                   AND bounds.participant = person.participant
  WHERE plan.nth > 1
)
SELECT CASE WHEN told_last <= first + days THEN 'pass'
            WHEN message_entry IS NULL AND last + days >= :today THEN 'notDue'
            WHEN last + days < coalesce(told_first, :today) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'initiative:' || initiative AS about, participant AS person, initiative, first AS day,
       format('%s; %s; %s promised.',
              CASE WHEN first IS NULL AND version IS NULL THEN 'The day of joining is not recorded'
                   WHEN first IS NULL THEN format('The day of plan %s is not recorded', version)
                   WHEN version IS NULL THEN 'Taking part from ' || day_text(first)
                   ELSE format('Plan %s was set on %s', version, day_text(first)) END,
              CASE WHEN message_entry IS NULL THEN 'no message that tells the plan is on record'
                   WHEN told_last IS NULL THEN 'whether the message with the plan arrived is not '
                                               || 'recorded'
                   WHEN told_last >= first THEN
                     format('told on %s, %d day%s later', day_text(told_last), told_last - first,
                            iif(told_last - first = 1, '', 's'))
                   ELSE 'told on ' || day_text(told_last) END,
              count_text(days, 'day was', 'days were')) AS says,
       about_entry || coalesce(',' || message_entry || ',' || arrival_entry, '') AS entries,
       CASE WHEN first IS NOT NULL THEN 'deliveryReported'
            WHEN version IS NULL THEN 'participantJoined' ELSE 'planSet' END AS missing
FROM compared
