-- nobody_lost_in_merging
-- When inputs are merged nobody is lost.
-- Needs: inputReceived, inputsRegrouped, responseGiven, messageSent, deliveryReported
-- Rule: Each input that was drawn together with others, or split, and each with a giver into which
--   others were drawn, has an answer that names it, and a message with an answer about it or about
--   that answer arrived: with the giver, where one participant gave it and it goes straight to
--   them, else with anybody. It is not due before any of those drawn together is answered. Where
--   there is no way back to the giver, the answer is enough.
-- Nothing: notApplicable; No inputs were drawn together or split.
WITH RECURSIVE edge AS MATERIALIZED (
  SELECT regrouped.value AS source, into_input.value AS target, regrouped.entry
  FROM inputs_regrouped__inputs AS regrouped
  JOIN inputs_regrouped__into AS into_input ON into_input.entry = regrouped.entry
), reach(input, target) AS (
  SELECT source, target FROM edge
  UNION
  SELECT reach.input, edge.target FROM reach JOIN edge ON edge.source = reach.target
), answer AS MATERIALIZED (
  SELECT answered.value AS input, min(answered.entry) AS entry
  FROM response_given__inputs AS answered GROUP BY answered.value
), answered_for AS MATERIALIZED (
  SELECT reach.input, min(answer.entry) AS entry
  FROM reach JOIN answer ON answer.input = reach.target GROUP BY reach.input
  UNION ALL
  SELECT reach.target, min(answer.entry)
  FROM reach JOIN answer ON answer.input = reach.input GROUP BY reach.target
), original AS MATERIALIZED (
  SELECT input.id, input.entry, input.initiative, input.return_route AS route,
         iif(input.return_route IS 'through', NULL, input.participant) AS participant,
         input.occurred_at, max(member.entry) AS regroup_entry
  FROM (SELECT source AS input, entry, 1 AS is_source FROM edge
        UNION SELECT target, entry, 0 FROM edge) AS member
  JOIN input_received AS input ON input.id = member.input
  WHERE member.is_source AND input.id NOT IN (SELECT target FROM edge WHERE target IS NOT NULL)
     OR input.participant IS NOT NULL OR input."from" IS NOT NULL
  GROUP BY input.id
), told AS MATERIALIZED (
  SELECT about.value_id AS input, sent.entry, sent.id AS message, sent.arrived
  FROM message_sent AS sent JOIN message_sent__about AS about ON about.entry = sent.entry
  WHERE sent.what = 'response' AND about.value_register = 'input'
  UNION
  SELECT answered.value, sent.entry, sent.id, sent.arrived
  FROM message_sent AS sent
  JOIN message_sent__about AS about ON about.entry = sent.entry
  JOIN response_given AS response ON response.id = about.value_id
  JOIN response_given__inputs AS answered ON answered.entry = response.entry
  WHERE sent.what = 'response' AND about.value_register = 'response'
), person AS (
  SELECT * FROM message_person WHERE what = 'response'
), report AS MATERIALIZED (
  SELECT message, max(entry) AS entry, max(nullif(arrived, 'unknown')) AS arrived,
         max(not_arrived_why IS NOT NULL) AS has_trouble
  FROM delivery_reported GROUP BY message
), message AS MATERIALIZED (
  SELECT original.id, told.entry, coalesce(person.arrival_entry, report.entry) AS arrival_entry,
         iif(person.entry IS NULL, coalesce(report.arrived, nullif(told.arrived, 'unknown')),
             person.arrived) AS arrived,
         iif(person.entry IS NULL, coalesce(report.has_trouble, 0),
             person.trouble_entry IS NOT NULL) AS has_trouble,
         trouble.entry IS NOT NULL AS is_sealed, reveal(trouble.entry, 'trouble') AS trouble
  FROM original
  JOIN told ON told.input = original.id
  LEFT JOIN person ON person.entry = told.entry AND person.participant = original.participant
  LEFT JOIN report ON report.message = told.message
  LEFT JOIN sealed_field AS trouble
    ON trouble.of_entry = person.trouble_entry AND trouble.field = 'trouble'
  WHERE original.participant IS NULL OR person.entry IS NOT NULL
), best AS MATERIALIZED (
  SELECT id, entry, arrival_entry,
         max(CASE WHEN arrived IS NOT NULL THEN 4
                  WHEN trouble LIKE 'turned%' OR trouble LIKE 'trouble turned%' THEN 3
                  WHEN is_sealed AND trouble IS NULL THEN 2
                  WHEN has_trouble THEN 0 ELSE 1 END) AS worth
  FROM message GROUP BY id
), judged AS (
  SELECT original.*, answer.entry AS answer_entry, best.entry AS sent_entry, best.arrival_entry,
         min(answered_for.entry) AS other_entry,
         CASE WHEN answer.entry IS NULL AND min(answered_for.entry) IS NULL THEN 'notDue'
              WHEN answer.entry IS NULL THEN 'lost'
              WHEN route IN ('none', 'inPublic') THEN 'noWayBack'
              WHEN best.worth = 4 THEN 'arrived'
              WHEN best.worth = 3 THEN 'turnedDown'
              WHEN best.worth = 2 THEN 'sealed'
              WHEN best.worth = 1 THEN 'open'
              WHEN best.worth = 0 THEN 'failed'
              WHEN route IS NULL THEN 'routeUnknown'
              ELSE 'untold' END AS result
  FROM original
  LEFT JOIN answer ON answer.input = original.id
  LEFT JOIN answered_for ON answered_for.input = original.id
  LEFT JOIN best ON best.id = original.id
  GROUP BY original.id
)
SELECT CASE WHEN result IN ('arrived', 'noWayBack') THEN 'pass'
            WHEN result IN ('lost', 'untold', 'failed') THEN 'fail'
            WHEN result = 'notDue' THEN 'notDue'
            WHEN result = 'turnedDown' THEN 'notApplicable' ELSE 'unknown' END AS verdict,
       'input:' || id AS about, participant AS person, initiative,
       first_day(came.date) AS day,
       format('Input %s was drawn together with others, or split', id) ||
       CASE result
         WHEN 'notDue' THEN '; none of them is answered yet.'
         WHEN 'lost' THEN '; others of them are answered, and it has no answer of its own.'
         WHEN 'noWayBack' THEN
           ', and it has an answer of its own; there is no way back to its giver.'
         WHEN 'arrived' THEN ', and it has an answer of its own, which arrived.'
         WHEN 'turnedDown' THEN '; it has an answer of its own, and its giver turned that down.'
         WHEN 'sealed' THEN '; it has an answer of its own, and why that did not arrive is sealed '
                            || 'for you.'
         WHEN 'open' THEN '; its answer was sent, and whether it arrived is not recorded.'
         WHEN 'failed' THEN '; it has an answer of its own, and that did not arrive.'
         WHEN 'routeUnknown' THEN '; it has an answer of its own, and how that can get back is not '
                                  || 'recorded.'
         ELSE '; it has an answer of its own, and no message told that to its giver.'
       END AS says,
       judged.entry || ',' || regroup_entry || coalesce(',' || answer_entry, ',' || other_entry, '')
         || coalesce(',' || sent_entry, '') || coalesce(',' || arrival_entry, '') AS entries,
       CASE result WHEN 'routeUnknown' THEN 'inputReceived' WHEN 'sealed' THEN 'sealed'
                   ELSE 'deliveryReported' END AS missing
FROM judged JOIN entry_date AS came ON came.entry = judged.entry
