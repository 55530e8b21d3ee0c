-- challenge_answered
-- The person can say whether the response is fair; challenges are answered.
-- Needs: messageSent, responseJudged, answerGiven, responseGiven
-- Rule: Each message with an answer that arrived says how to answer back. Whoever said that an
--   answer is not fair got a deciding answer to that within n days, by somebody else than whoever
--   gave the first one. Where it is not recorded who gave either of them, nobody can tell.
-- Parameter n: from the challenge to the deciding answer; calendar days; 28
-- Nothing: notApplicable; No answer was sent, and none was judged not fair.
WITH arrival AS MATERIALIZED (
  SELECT id AS message FROM message_sent WHERE nullif(arrived, 'unknown') IS NOT NULL
  UNION
  SELECT message FROM delivery_reported WHERE nullif(arrived, 'unknown') IS NOT NULL
  UNION
  SELECT sent.id FROM message_sent AS sent
  JOIN message_sent__recipients AS recipient ON recipient.entry = sent.entry
  WHERE nullif(recipient.arrived, 'unknown') IS NOT NULL
), challenge AS MATERIALIZED (
  SELECT judged.entry, judged.response, judged.participant, judged.initiative,
         judged.statement_id, response.entry AS response_entry,
         EXISTS (SELECT 1 FROM response_given__by AS who
                 WHERE who.entry = response.entry AND who.id IS NOT NULL) AS giver_known,
         first_day(said.date) AS said_first, last_day(said.date) AS said_last
  FROM response_judged AS judged
  JOIN entry_date AS said ON said.entry = judged.entry
  LEFT JOIN response_given AS response ON response.id = judged.response
  WHERE judged.verdict = 'notFair'
), target AS MATERIALIZED (
  SELECT challenge.entry, aimed.entry AS answer_entry
  FROM challenge JOIN answer_given__to AS aimed ON aimed.value = 'entry:' || challenge.statement_id
  UNION
  SELECT challenge.entry, aimed.entry
  FROM challenge JOIN answer_given__to AS aimed ON aimed.value = 'response:' || challenge.response
  WHERE aimed.entry > challenge.entry
), answer AS MATERIALIZED (
  SELECT target.entry, target.answer_entry, first_day(given.date) AS earliest,
         last_day(given.date) AS latest,
         answer.standing IS NULL OR NOT challenge.giver_known
           OR NOT EXISTS (SELECT 1 FROM answer_given__by AS who
                          WHERE who.entry = target.answer_entry AND who.id IS NOT NULL)
           AS is_vague,
         EXISTS (SELECT 1 FROM answer_given__by AS who
                 JOIN response_given__by AS giver
                   ON giver.entry = challenge.response_entry AND giver.id = who.id
                  AND giver.register = who.register
                 WHERE who.entry = target.answer_entry) AS is_same
  FROM target
  JOIN challenge ON challenge.entry = target.entry
  JOIN answer_given AS answer ON answer.entry = target.answer_entry
  JOIN entry_date AS given ON given.entry = target.answer_entry
  WHERE answer.standing IS NOT 'partysOwnReply'
), best AS MATERIALIZED (
  SELECT entry, answer_entry, earliest, min(latest) AS latest
  FROM answer WHERE NOT is_vague AND NOT is_same AND latest IS NOT NULL GROUP BY entry
), doubt AS MATERIALIZED (
  SELECT entry, max(answer_entry) AS answer_entry, max(NOT is_same AND is_vague) AS some_vague,
         max(NOT is_same AND NOT is_vague AND latest IS NULL) AS some_undated,
         min(is_same) AS all_same
  FROM answer GROUP BY entry
), judged AS (
  SELECT challenge.*, best.earliest, best.latest,
         coalesce(best.answer_entry, doubt.answer_entry) AS answer_entry,
         CASE WHEN said_first IS NULL OR said_last IS NULL THEN 'undated'
              WHEN best.latest - said_first <= :n THEN 'inTime'
              WHEN doubt.some_vague THEN 'whoUnknown'
              WHEN doubt.some_undated THEN 'answerUndated'
              WHEN best.earliest - said_last > :n THEN 'late'
              WHEN best.entry IS NOT NULL THEN 'answerUndated'
              WHEN :today - said_first <= :n THEN 'notDue'
              WHEN :today - said_last <= :n THEN 'undated'
              WHEN doubt.all_same THEN 'same'
              ELSE 'never' END AS result
  FROM challenge
  LEFT JOIN best ON best.entry = challenge.entry
  LEFT JOIN doubt ON doubt.entry = challenge.entry
)
SELECT CASE WHEN trim(coalesce(sent.how_to_answer_back, '')) <> '' THEN 'pass'
            WHEN arrival.message IS NOT NULL THEN 'fail' ELSE 'unknown' END AS verdict,
       'message:' || sent.id AS about, NULL AS person, sent.initiative,
       first_day(sent_on.date) AS day,
       CASE WHEN trim(coalesce(sent.how_to_answer_back, '')) <> '' THEN
              format('Message %s with an answer says how to answer back.', sent.id)
            WHEN arrival.message IS NOT NULL THEN
              format('Message %s with an answer arrived and does not say how to answer back.',
                     sent.id)
            ELSE format('Message %s with an answer does not say how to answer back; whether it '
                        || 'arrived is not recorded.', sent.id) END AS says,
       CAST(sent.entry AS TEXT) AS entries, 'deliveryReported' AS missing
FROM message_sent AS sent
JOIN entry_date AS sent_on ON sent_on.entry = sent.entry
LEFT JOIN arrival ON arrival.message = sent.id
WHERE sent.what = 'response'
UNION ALL
SELECT CASE result WHEN 'inTime' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                   WHEN 'never' THEN 'fail' WHEN 'same' THEN 'fail' ELSE 'unknown' END,
       'response:' || response, participant, initiative, said_first,
       CASE result
         WHEN 'undated' THEN
           format('The exact day on which answer %s was judged not fair is not recorded.', response)
         WHEN 'whoUnknown' THEN
           format('Answer %s was judged not fair on %s and that was answered; who gave the '
                  || 'answers, or whether it decides, is not recorded.', response,
                  day_text(said_first))
         WHEN 'answerUndated' THEN
           format('Answer %s was judged not fair on %s and that was answered; the exact day is not '
                  || 'recorded.', response, day_text(said_first))
         WHEN 'notDue' THEN
           format('Answer %s was judged not fair on %s; there is time to decide on that until %s.',
                  response, day_text(said_first), day_text(said_first + :n))
         WHEN 'same' THEN
           format('Answer %s was judged not fair on %s; only whoever gave it answered that.',
                  response, day_text(said_first))
         WHEN 'never' THEN
           format('Answer %s was judged not fair on %s; %s later there is no deciding answer, '
                  || 'and %s promised.', response, day_text(said_last),
                  count_text(:today - said_last, 'day', 'days'), count_text(:n, 'was', 'were'))
         ELSE format('Answer %s was judged not fair on %s and somebody else decided on that on %s, '
                     || '%d day%s later; %s promised.', response, day_text(said_first),
                     day_text(latest), latest - said_first,
                     iif(latest - said_first = 1, '', 's'), count_text(:n, 'was', 'were'))
       END,
       entry || coalesce(',' || response_entry, '') || coalesce(',' || answer_entry, ''),
       CASE result WHEN 'undated' THEN 'responseJudged'
                   WHEN 'whoUnknown' THEN iif(giver_known, 'answerGiven', 'responseGiven')
                   ELSE 'answerGiven' END
FROM judged
