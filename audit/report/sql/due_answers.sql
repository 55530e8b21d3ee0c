-- Answers, news and contests that are owed. Every statement has the columns of due_items.cpp: what
-- it is and of which record, to whom and by whom it is owed, when (`due`; or `within_days` after
-- `base`), and `pauses`, the record whose pause makes it wait. What was inferred answers nothing.

-- :answers
-- What was said and asks for something, or left a way back without saying whether it does.
WITH inferred AS (
  SELECT answer.register, answer.id, min(given.entry) AS entry, group_concat(given.id, ', ') AS ids
  FROM input_answer AS answer JOIN response_given AS given ON given.entry = answer.entry
  WHERE given.provenance = 'inferred' GROUP BY answer.register, answer.id
)
SELECT 'answer' AS sort, said.entry, inferred.entry AS other, 'input' AS register, said.id,
       (SELECT now.text FROM input_statement AS now WHERE now.entry = said.entry) AS what,
       iif(inferred.ids IS NULL, NULL, 'that ' || inferred.ids || ' answers it was inferred')
         AS note,
       coalesce(said.participant, said."from") AS "to", NULL AS "by", NULL AS due, NULL AS base,
       NULL AS within_days, said.initiative, said.stage, 'input:' || said.id AS pauses
FROM input_received AS said
LEFT JOIN inferred ON inferred.register = 'input' AND inferred.id = said.id
WHERE (said.asks_for_something = 'yes'
       OR said.asks_for_something IS NULL
          AND said.return_route IN ('direct', 'through', 'noticeWhereCollected', 'inPublic'))
  AND said.id NOT IN (SELECT value FROM response_given__inputs JOIN response_given USING (entry)
                      WHERE provenance IS NOT 'inferred')
  AND said.id NOT IN (SELECT input FROM input_revised WHERE revision = 'withdrawn')
UNION ALL
SELECT 'answer', said.entry, inferred.entry, 'concern', said.id, said.text,
       iif(inferred.ids IS NULL, NULL, 'that ' || inferred.ids || ' answers it was inferred'),
       coalesce(said.raised_by_description, iif(said.by_state = 'sealed', 'sealed', NULL)), NULL,
       NULL, NULL, NULL, said.initiative, said.stage, 'concern:' || said.id
FROM concern_raised AS said
LEFT JOIN inferred ON inferred.register = 'concern' AND inferred.id = said.id
WHERE said.id NOT IN (SELECT value FROM response_given__concerns JOIN response_given USING (entry)
                      WHERE provenance IS NOT 'inferred')
  AND said.id NOT IN (SELECT concern FROM concern_reply WHERE provenance IS NOT 'inferred')
UNION ALL
SELECT 'request', request.entry, NULL, 'request', request.id, request.what, NULL, request."by",
       request."to", request.needed_by, NULL, NULL, coalesce(request.about, request.initiative),
       request.stage, 'request:' || request.id
FROM involvement_requested AS request
WHERE request.id NOT IN (SELECT request FROM involvement_answered)
  AND request.needed_by IS NOT NULL

-- :deliveries
-- Answers that nobody told the giver: no message is about the answer, about what was said (but for
-- a mere acknowledgement), nor a "you said, we did" about the meeting or survey where it was said.
WITH told AS (
  SELECT about.value_register AS register, about.value_id AS id, sent.what
  FROM message_sent__about AS about JOIN message_sent AS sent USING (entry)
), said AS (
  SELECT given.entry, 'input' AS register, input.id, input.entry AS said_entry,
         coalesce(input.participant, input."from") AS "from", input.meeting,
         coalesce(input.survey, input.survey_row_survey, input.survey_question_survey) AS survey,
         input.return_route
  FROM response_given__inputs AS given JOIN input_received AS input ON input.id = given.value
  UNION ALL
  SELECT given.entry, 'concern', concern.id, concern.entry,
         coalesce(concern.raised_by_description, iif(concern.by_state = 'sealed', 'sealed', NULL)),
         NULL, NULL, NULL
  FROM response_given__concerns AS given JOIN concern_raised AS concern ON concern.id = given.value
), owed AS (
  SELECT said.* FROM said JOIN response_given AS given USING (entry)
  WHERE given.provenance IS NOT 'inferred' AND said.return_route IS NOT 'none'
    AND given.id NOT IN (SELECT id FROM told WHERE register = 'response')
    AND (said.register = 'concern' OR said.id NOT IN (
      SELECT input FROM input_revised WHERE revision = 'withdrawn'))
    AND (said.register, said.id) NOT IN (
      SELECT register, id FROM told
      WHERE register IN ('input', 'concern')
        AND what NOT IN ('acknowledgement', 'reminder', 'noChange', 'notRecorded'))
    AND (said.meeting IS NULL OR said.meeting NOT IN (
      SELECT id FROM told WHERE register = 'meeting' AND what = 'youSaidWeDid'))
    AND (said.survey IS NULL OR said.survey NOT IN (
      SELECT id FROM told WHERE register = 'survey' AND what = 'youSaidWeDid'))
), givers AS (
  SELECT entry, group_concat("from", char(10)) AS "from"
  FROM (SELECT DISTINCT entry, "from" FROM owed) GROUP BY entry
)
SELECT 'delivery' AS sort, given.entry, min(owed.said_entry) AS other, 'response' AS register,
       given.id, coalesce(given.text, given.disposition) AS what,
       'it answers ' || group_concat(owed.id, ', ') AS note,
       coalesce(givers."from", given.to_whom) AS "to", given."by",
       NULL AS due, NULL AS base, NULL AS within_days, given.initiative, given.stage,
       owed.register || ':' || owed.id AS pauses
FROM owed JOIN response_given AS given ON given.entry = owed.entry
JOIN givers ON givers.entry = owed.entry
GROUP BY given.entry

-- :failed
-- Messages that did not reach somebody, where nobody tried again.
WITH retried AS (
  SELECT replaces AS message FROM message_sent WHERE replaces IS NOT NULL
), arrived AS (
  SELECT message, participant FROM delivery_reported
  WHERE arrived IS NOT NULL AND participant IS NOT NULL
), trouble AS (
  SELECT recipient.entry, sent.id, recipient.participant AS "to"
  FROM message_sent__recipients AS recipient JOIN message_sent AS sent USING (entry)
  WHERE recipient.failed_state IS NOT NULL
    AND sent.id NOT IN (SELECT message FROM delivery_reported
                        WHERE message IS NOT NULL AND tried_again IS NOT NULL)
  UNION ALL
  SELECT entry, message, coalesce(participant, "to") FROM delivery_reported
  WHERE (trouble_state IS NOT NULL OR not_arrived_why IS NOT NULL) AND tried_again IS NULL
)
SELECT 'failed' AS sort, trouble.entry, sent.entry AS other, 'message' AS register, sent.id,
       coalesce(sent.summary, sent.what) AS what, NULL AS note, trouble."to", sent."by",
       NULL AS due, NULL AS base, NULL AS within_days, sent.initiative, sent.stage, NULL AS pauses
FROM trouble JOIN message_sent AS sent ON sent.id = trouble.id
WHERE sent.id NOT IN (SELECT message FROM retried)
  AND (sent.id, coalesce(trouble."to", '')) NOT IN (SELECT message, participant FROM arrived)

-- :contests
-- What somebody said against an answer, an entry or a decision, and that has no answer of its own.
SELECT CASE said.form WHEN 'response' THEN 'verdict' WHEN 'dispute' THEN 'dispute' ELSE 'dissent'
       END AS sort, said.entry, said.against_entry AS other,
       iif(said.form IN ('position', 'dispute'), against.register,
           substr(said.about, 1, instr(said.about, ':') - 1)) AS register,
       iif(said.form IN ('position', 'dispute'), against.id,
           substr(said.about, instr(said.about, ':') + 1)) AS id,
       said.text AS what, NULL AS note, said.participant AS "to",
       CASE said.form
         WHEN 'response' THEN (SELECT "by" FROM response_given WHERE entry = said.against_entry)
         WHEN 'sign-off' THEN (SELECT "by" FROM sign_off_opened WHERE entry = said.against_entry)
         WHEN 'dispute' THEN against.author
         WHEN 'position' THEN (SELECT group_concat(who, ', ') FROM decision_made__deciders
                               WHERE entry = said.against_entry) END AS "by",
       NULL AS due, NULL AS base, NULL AS within_days,
       iif(said.form = 'position', against.initiative, own.initiative) AS initiative,
       iif(said.form = 'position', against.stage, own.stage) AS stage, NULL AS pauses
FROM dissent_list AS said JOIN entry AS own ON own.entry = said.entry
LEFT JOIN entry AS against ON against.entry = said.against_entry
WHERE said.wants_answer
  AND NOT EXISTS (SELECT 1 FROM dissent_answer AS answer WHERE answer.entry = said.entry)

-- :updates
-- News that somebody said would come: on what was put off, with a message, on a request.
WITH later AS (
  SELECT answer.register, answer.id, max(answer.entry) AS entry
  FROM input_answer AS answer GROUP BY answer.register, answer.id
)
SELECT 'putOff' AS sort, given.entry, NULL AS other, answer.register, answer.id,
       coalesce(given.text, given.reason) AS what, 'put off in ' || given.id AS note,
       said."from" AS "to", given."by", given.deferred_until AS due, NULL AS base,
       NULL AS within_days, given.initiative, given.stage,
       answer.register || ':' || answer.id AS pauses
FROM response_given AS given JOIN input_answer AS answer ON answer.entry = given.entry
JOIN later ON later.register = answer.register AND later.id = answer.id
          AND later.entry = given.entry
LEFT JOIN input_statement AS said ON said.register = answer.register AND said.id = answer.id
WHERE given.disposition = 'deferred' OR given.deferred_until IS NOT NULL
UNION ALL
SELECT 'putOff', left_entry, entry, 'matter', matter, question, 'left for later', raised_by,
       owner, deferred_until, NULL, NULL, initiative, stage, 'matter:' || matter
FROM matter_open WHERE state = 'deferred'
UNION ALL
SELECT 'news', sent.entry, NULL, 'message', sent.id, coalesce(sent.summary, sent.what), NULL,
       sent."to", sent."by", sent.next_news_by, NULL, NULL, sent.initiative, sent.stage, NULL
FROM message_sent AS sent
WHERE sent.next_news_by IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM message_sent__about AS about JOIN mention AS named
                    ON named.register = about.value_register AND named.id = about.value_id
                       AND named.entry > sent.entry
                  JOIN entry ON entry.entry = named.entry AND entry.kind = 'messageSent'
                  WHERE about.entry = sent.entry)
  AND NOT EXISTS (SELECT 1 FROM mention AS named JOIN entry ON entry.entry = named.entry
                  WHERE named.register = 'message' AND named.id = sent.id
                    AND named.registers = 0 AND entry.kind = 'messageSent')
UNION ALL
SELECT 'cameOf', request.entry, NULL, 'request', request.id, request.what, NULL, request."to",
       request."by", request.feedback_by, NULL, NULL, coalesce(request.about, request.initiative),
       request.stage, NULL
FROM involvement_requested AS request
WHERE request.feedback_by IS NOT NULL
  AND request.id NOT IN (SELECT request FROM involvement_answered WHERE answer = 'declined')
  AND request.id NOT IN (
    SELECT about.value_id FROM message_sent__about AS about JOIN message_sent AS sent USING (entry)
    WHERE about.value_register = 'request'
      AND sent.what IN ('outcome', 'differenceMade', 'youSaidWeDid', 'response'))
