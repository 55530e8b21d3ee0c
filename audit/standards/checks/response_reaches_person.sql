-- response_reaches_person
-- The response reaches the person, not just a web page.
-- Needs: inputReceived, responseGiven, messageSent, deliveryReported
-- Rule: Each answer to an input to which an answer can get back was told in a message about the
--   answer or the input, and it arrived within n days: with the giver, where one participant gave
--   it and it goes straight to them; else with anybody whom it was sent to; a notice where the
--   input was collected arrives when it is put up. A message that failed counts if another was
--   sent by another route; one that the giver turned down is nobody's fault. Publishing the answer
--   is not telling it.
-- Parameter n: from the answer to its arrival; calendar days; 7
-- Nothing: notApplicable; No input has been answered.
WITH told AS MATERIALIZED (
  SELECT about.value AS target, about.entry
  FROM message_sent__about AS about JOIN message_sent AS sent ON sent.entry = about.entry
  WHERE sent.what = 'response' AND about.value_register IN ('response', 'input')
), report AS MATERIALIZED (
  SELECT message, max(entry) AS entry, max(arrived) AS arrived,
         max(iif(not_arrived_why IS NOT NULL, entry, NULL)) AS trouble_entry
  FROM delivery_reported GROUP BY message
), answer AS MATERIALIZED (
  SELECT response.entry, response.id, response.initiative, input.id AS input,
         input.entry AS input_entry, input.return_route AS route,
         iif(input.return_route IS 'through', NULL, input.participant) AS participant,
         first_day(given.date) AS given_first, last_day(given.date) AS given_last
  FROM response_given AS response
  JOIN response_given__inputs AS answered ON answered.entry = response.entry
  JOIN input_received AS input ON input.id = answered.value
  JOIN entry_date AS given ON given.entry = response.entry
), message AS MATERIALIZED (
  SELECT answer.entry, answer.input, told.entry AS sent_entry
  FROM answer JOIN told ON told.target = 'response:' || answer.id
  UNION
  SELECT answer.entry, answer.input, told.entry
  FROM answer JOIN told ON told.target = 'input:' || answer.input
), person AS (
  SELECT * FROM message_person WHERE what = 'response'
), arrival AS MATERIALIZED (
  SELECT message.entry, message.input, sent.entry AS sent_entry, sent.how,
         coalesce(person.arrival_entry, report.entry) AS arrival_entry,
         coalesce(person.trouble_entry, report.trouble_entry) AS trouble_entry,
         first_day(CASE WHEN person.entry IS NOT NULL THEN person.arrived
                        WHEN answer.participant IS NOT NULL THEN NULL
                        WHEN answer.route = 'noticeWhereCollected' THEN sent_on.date
                        ELSE coalesce(report.arrived, sent.arrived) END) AS earliest,
         last_day(CASE WHEN person.entry IS NOT NULL THEN person.arrived
                       WHEN answer.participant IS NOT NULL THEN NULL
                       WHEN answer.route = 'noticeWhereCollected' THEN sent_on.date
                       ELSE coalesce(report.arrived, sent.arrived) END) AS latest
  FROM message
  JOIN answer ON answer.entry = message.entry AND answer.input = message.input
  JOIN message_sent AS sent ON sent.entry = message.sent_entry
  JOIN entry_date AS sent_on ON sent_on.entry = sent.entry
  LEFT JOIN person ON person.entry = sent.entry AND person.participant = answer.participant
  LEFT JOIN report ON report.message = sent.id
  WHERE answer.participant IS NULL OR person.entry IS NOT NULL
), opened AS MATERIALIZED (
  SELECT arrival.*, trouble.entry IS NOT NULL AS is_sealed,
         reveal(trouble.entry, 'trouble') AS trouble
  FROM arrival
  LEFT JOIN sealed_field AS trouble
    ON trouble.of_entry = arrival.trouble_entry AND trouble.field = 'trouble'
), reached AS MATERIALIZED (
  SELECT entry, input, sent_entry, arrival_entry, earliest, min(latest) AS latest,
         count(*) AS messages, count(*) > count(coalesce(latest, trouble_entry)) AS some_open,
         count(DISTINCT how) AS routes, count(*) > count(how) AS some_unrouted,
         group_concat(iif(latest IS NULL, trouble_entry, NULL)) AS trouble_entry,
         sum(latest IS NULL AND is_sealed AND trouble IS NULL) AS some_sealed,
         sum(latest IS NULL AND (trouble LIKE 'turned%' OR trouble LIKE 'trouble turned%'))
           AS turned_down,
         sum(latest IS NULL AND trouble_entry IS NOT NULL
             AND (NOT is_sealed OR trouble LIKE 'failed%' OR trouble LIKE 'trouble failed%'))
           AS some_failed
  FROM opened GROUP BY entry, input
), judged AS MATERIALIZED (
  SELECT answer.*, reached.sent_entry, reached.arrival_entry, reached.earliest, reached.latest,
         reached.trouble_entry,
         CASE WHEN route IN ('none', 'inPublic') THEN 'noWayBack'
              WHEN latest - given_first <= :n THEN 'inTime'
              WHEN route IS NULL THEN 'routeUnknown'
              WHEN given_first IS NULL OR given_last IS NULL THEN 'undated'
              WHEN some_failed AND routes > 1 THEN 'again'
              WHEN some_failed AND messages > 1 AND some_unrouted THEN 'routeOpen'
              WHEN turned_down THEN 'turnedDown'
              WHEN some_sealed THEN 'sealed'
              WHEN some_open THEN 'open'
              WHEN earliest - given_last > :n THEN 'late'
              WHEN latest IS NOT NULL THEN 'open'
              WHEN :today - given_first <= :n THEN 'notDue'
              WHEN :today - given_last <= :n THEN 'undated'
              WHEN trouble_entry IS NOT NULL THEN 'failed'
              ELSE 'never' END AS result
  FROM answer LEFT JOIN reached ON reached.entry = answer.entry AND reached.input = answer.input
)
SELECT CASE WHEN result IN ('noWayBack', 'turnedDown') THEN 'notApplicable'
            WHEN result = 'notDue' THEN 'notDue'
            WHEN result IN ('inTime', 'again') THEN 'pass'
            WHEN result IN ('late', 'never', 'failed') THEN 'fail' ELSE 'unknown' END AS verdict,
       'response:' || id AS about, participant AS person, initiative, given_first AS day,
       CASE result
         WHEN 'noWayBack' THEN
           format('There is no way back to whoever gave input %s, which %s answers.', input, id)
         WHEN 'routeUnknown' THEN
           format('How answer %s can reach whoever gave input %s is not recorded.', id, input)
         WHEN 'undated' THEN format('The day of answer %s is not recorded.', id)
         WHEN 'again' THEN
           format('Telling answer %s to whoever gave input %s failed, and it was sent again by '
                  || 'another route.', id, input)
         WHEN 'routeOpen' THEN
           format('Telling answer %s to whoever gave input %s failed, and it was sent again; by '
                  || 'which route is not recorded.', id, input)
         WHEN 'turnedDown' THEN
           format('Whoever gave input %s turned down the message with answer %s.', input, id)
         WHEN 'sealed' THEN
           format('Why the message with answer %s to input %s did not arrive is sealed for you.',
                  id, input)
         WHEN 'open' THEN
           format('Answer %s to input %s was sent; the day it arrived is not recorded.', id, input)
         WHEN 'notDue' THEN format('Answer %s to input %s was given on %s; it may arrive until %s.',
                                   id, input, day_text(given_first), day_text(given_first + :n))
         WHEN 'never' THEN
           format('Answer %s was given on %s, and no message told it to whoever gave input %s; '
                  || '%s promised.', id, day_text(given_last), input,
                  count_text(:n, 'day was', 'days were'))
         WHEN 'failed' THEN
           format('Answer %s was given on %s; the message to whoever gave input %s did not arrive, '
                  || 'and none was sent by another route.', id, day_text(given_last), input)
         ELSE format('Answer %s of %s reached whoever gave input %s on %s, %d day%s later; %s '
                     || 'promised.', id, day_text(given_first), input, day_text(latest),
                     latest - given_first, iif(latest - given_first = 1, '', 's'),
                     count_text(:n, 'was', 'were'))
       END AS says,
       entry || ',' || input_entry || coalesce(',' || sent_entry, '')
         || coalesce(',' || arrival_entry, '') || coalesce(',' || trouble_entry, '') AS entries,
       CASE result WHEN 'sealed' THEN 'sealed' WHEN 'open' THEN 'deliveryReported'
                   WHEN 'routeOpen' THEN 'messageSent'
                   WHEN 'undated' THEN 'responseGiven' ELSE 'inputReceived' END AS missing
FROM judged
