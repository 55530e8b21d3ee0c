-- override_told
-- If a higher body overrides the group, it says so, why, and tells people quickly.
-- Needs: decisionMade, decisionReplaced, messageSent, deliveryReported
-- Rule: Each override from above names the body and gives a reason, and a message that tells it
--   arrived within n days with everybody who took part in the initiative before: was at a meeting,
--   or said something. Whoever left and may not be contacted, or turned the message down, is not
--   counted. A later decision on the same matter for another option, without a record that the
--   first was replaced, breaks the clause; if only the words of both differ, nobody can tell.
-- Parameter n: from the override to telling it; calendar days; 7
-- Nothing: notApplicable; No decision is on record as overridden, or as decided again.
WITH override AS MATERIALIZED (
  SELECT replaced.entry, replaced.decision, replaced.new_decision, replaced.how, replaced.reason,
         replaced.by_body, coalesce(replaced.initiative, made.initiative) AS initiative,
         made.entry AS decision_entry, first_day(replaced_on.date) AS since_first,
         last_day(replaced_on.date) AS since_last
  FROM decision_replaced AS replaced
  JOIN entry_date AS replaced_on ON replaced_on.entry = replaced.entry
  LEFT JOIN decision_made AS made ON made.id = replaced.decision
  WHERE replaced.how IS NULL OR replaced.how = 'overriddenFromAbove'
), gone AS MATERIALIZED (
  SELECT participant, entry, max(entry) AS newest FROM participant_left
  WHERE may_be_contacted = 'no' GROUP BY participant
), took AS MATERIALIZED (
  SELECT participant, CAST(initiative AS TEXT) AS initiative, entry FROM took_part
), placeless AS MATERIALIZED (
  SELECT * FROM took WHERE initiative IS NULL
), affected AS MATERIALIZED (
  SELECT override.entry, took.participant, took.entry AS part_entry
  FROM override CROSS JOIN took ON took.initiative = override.initiative
  UNION ALL
  SELECT override.entry, took.participant, took.entry
  FROM override CROSS JOIN placeless AS took
  UNION ALL
  SELECT override.entry, took.participant, took.entry
  FROM override JOIN took ON took.initiative IS NOT NULL WHERE override.initiative IS NULL
), person AS MATERIALIZED (
  SELECT affected.entry, affected.participant, min(affected.part_entry) AS part_entry
  FROM affected
  JOIN override ON override.entry = affected.entry AND override.how IS NOT NULL
  LEFT JOIN gone ON gone.participant = affected.participant AND gone.entry < affected.entry
  WHERE affected.part_entry < affected.entry AND gone.participant IS NULL
  GROUP BY affected.entry, affected.participant
), told AS MATERIALIZED (
  SELECT DISTINCT override.entry, about.entry AS sent_entry
  FROM override
  JOIN message_sent__about AS about
    ON about.value_register = 'decision'
   AND about.value_id IN (override.decision, override.new_decision)
  JOIN message_sent AS sent ON sent.entry = about.entry AND sent.what = 'override'
), reached AS MATERIALIZED (
  SELECT told.entry, message.participant, told.sent_entry, message.arrival_entry,
         first_day(message.arrived) AS earliest, min(last_day(message.arrived)) AS latest,
         sum(message.arrived IS NULL AND message.trouble_entry IS NULL) AS some_open,
         sum(message.arrived IS NULL AND trouble.entry IS NOT NULL
             AND reveal(trouble.entry, 'trouble') IS NULL) AS some_sealed,
         sum(message.arrived IS NULL AND (reveal(trouble.entry, 'trouble') LIKE 'turned%'
               OR reveal(trouble.entry, 'trouble') LIKE 'trouble turned%')) AS turned_down
  FROM told JOIN message_person AS message ON message.entry = told.sent_entry
  LEFT JOIN sealed_field AS trouble
    ON trouble.of_entry = message.trouble_entry AND trouble.field = 'trouble'
  WHERE message.what = 'override'
  GROUP BY told.entry, message.participant
), judged AS MATERIALIZED (
  SELECT override.*, person.participant, person.part_entry, reached.sent_entry,
         reached.arrival_entry, reached.earliest, reached.latest,
         CASE WHEN since_first IS NULL OR since_last IS NULL THEN 'undated'
              WHEN reached.latest - since_first <= :n THEN 'inTime'
              WHEN reached.turned_down THEN 'turnedDown'
              WHEN reached.some_sealed THEN 'sealed'
              WHEN reached.some_open THEN 'open'
              WHEN reached.earliest - since_last > :n THEN 'late'
              WHEN reached.latest IS NOT NULL THEN 'open'
              WHEN :today - since_first <= :n THEN 'notDue'
              WHEN :today - since_last <= :n THEN 'undated'
              ELSE 'never' END AS result
  FROM override
  JOIN person ON person.entry = override.entry
  LEFT JOIN reached ON reached.entry = override.entry AND reached.participant = person.participant
), again AS MATERIALIZED (
  SELECT made.id, made.entry, made.initiative, made.matter, made."option" AS chosen, made.outcome,
         first_day(made_on.date) AS day,
         lag(made.id) OVER earlier AS first_id, lag(made.entry) OVER earlier AS first_entry,
         lag(made."option") OVER earlier AS first_chosen, lag(made.outcome) OVER earlier AS
           first_outcome
  FROM decision_made AS made JOIN entry_date AS made_on ON made_on.entry = made.entry
  WHERE made.matter IS NOT NULL
  WINDOW earlier AS (PARTITION BY made.matter ORDER BY made.entry)
)
SELECT CASE WHEN how IS NULL THEN 'unknown'
            WHEN by_body IS NULL OR coalesce(reason, '') = '' THEN
                'fail' ELSE 'pass' END AS verdict,
       'decision:' || decision AS about, NULL AS person, initiative, since_first AS day,
       CASE WHEN how IS NULL THEN
              format('Decision %s was replaced; whether from above is not recorded.', decision)
            WHEN by_body IS NOT NULL AND coalesce(reason, '') <> '' THEN
              format('That decision %s was overridden from above names the body and the reason.',
                     decision)
            ELSE format('That decision %s was overridden from above does not say %s.', decision,
                        iif(by_body IS NOT NULL, 'why',
                            iif(coalesce(reason, '') <> '', 'by which body',
                                'by which body or why')))
       END AS says,
       entry || coalesce(',' || decision_entry, '') AS entries, 'decisionReplaced' AS missing
FROM override
UNION ALL
SELECT CASE result WHEN 'inTime' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                   WHEN 'never' THEN 'fail' WHEN 'turnedDown' THEN 'notApplicable'
                   ELSE 'unknown' END,
       'decision:' || decision, participant, initiative, since_first,
       CASE result
         WHEN 'turnedDown' THEN
           format('%s turned down the message that decision %s was overridden.', participant,
                  decision)
         WHEN 'sealed' THEN
           format('Why the message that decision %s was overridden did not reach %s is sealed for '
                  || 'you.', decision, participant)
         WHEN 'undated' THEN
           format('The exact day on which decision %s was overridden is not recorded.', decision)
         WHEN 'open' THEN
           format('Decision %s was overridden on %s and %s was written to; the exact day on which '
                  || 'that arrived is not recorded.', decision, day_text(since_first), participant)
         WHEN 'notDue' THEN
           format('Decision %s was overridden on %s; there is time to tell %s until %s.', decision,
                  day_text(since_first), participant, day_text(since_first + :n))
         WHEN 'never' THEN
           format('Decision %s was overridden on %s; %s later no message about it has reached '
                  || '%s, and %s promised.', decision, day_text(since_last),
                  count_text(:today - since_last, 'day', 'days'), participant,
                  count_text(:n, 'was', 'were'))
         ELSE format('Decision %s was overridden on %s and %s was told on %s, %d day%s later; %s '
                     || 'were promised.', decision, day_text(since_first), participant,
                     day_text(latest), latest - since_first,
                     iif(latest - since_first = 1, '', 's'), :n)
       END,
       entry || ',' || part_entry || coalesce(',' || sent_entry, '')
         || coalesce(',' || arrival_entry, ''),
       CASE result WHEN 'undated' THEN 'decisionReplaced' WHEN 'sealed' THEN 'sealed'
                   ELSE 'deliveryReported' END
FROM judged
UNION ALL
SELECT iif(again.chosen IS NOT NULL AND again.first_chosen IS NOT NULL, 'fail', 'unknown'),
       'decision:' || again.id, NULL, again.initiative, again.day,
       format('Matter %s was decided in decision %s and ', again.matter, again.first_id) ||
       iif(again.chosen IS NOT NULL AND again.first_chosen IS NOT NULL,
           format('for another option in decision %s, and no record says that the first was '
                  || 'replaced.', again.id),
           format('in other words in decision %s; whether the first was replaced is not recorded.',
                  again.id)),
       again.first_entry || ',' || again.entry, 'decisionReplaced'
FROM again LEFT JOIN decision_replaced AS replaced ON replaced.decision = again.first_id
WHERE again.first_id IS NOT NULL AND replaced.entry IS NULL
  AND CASE WHEN again.chosen IS NOT NULL AND again.first_chosen IS NOT NULL
           THEN again.chosen <> again.first_chosen
           ELSE again.outcome IS NOT again.first_outcome
                AND again.outcome IS NOT NULL AND again.first_outcome IS NOT NULL END
