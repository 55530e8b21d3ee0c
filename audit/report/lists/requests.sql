-- Requests
-- Who asked people to take part in what, and how it was answered. How much notice there was and
-- whether people heard back; one that nobody has answered comes first. Who tells a story stays
-- private.
WITH notice AS (
  SELECT made.entry, CAST(julianday(substr(made.needed_by, 1, 10))
                          - julianday(substr(entry.occurred_at, 1, 10)) AS INTEGER) AS days
  FROM involvement_requested AS made JOIN entry ON entry.entry = made.entry
  WHERE made.needed_by_precision IN ('day', 'minute', 'second')
    AND entry.occurred_at_precision IN ('day', 'minute', 'second')
)
SELECT request.entry, request.request AS "Request", request."by" AS "From:who",
       CASE WHEN request.asks_for_a_story = 'yes'
              AND EXISTS (SELECT 1 FROM involvement_requested__to AS asked
                          WHERE asked.entry = request.entry AND asked.register = 'participant')
            THEN 'somebody, kept private here' ELSE request."to" END AS "To:who",
       request.what AS "What", request.why AS "Why",
       request.asks_for_a_story AS "Asks for a story:word", request.route AS "Came through:word",
       made.needed_by AS "Needed by",
       iif(notice.days < 0, format('needed %d day%s before it was asked', -notice.days,
                                   iif(notice.days = -1, '', 's')), notice.days)
         AS "Days of notice",
       coalesce(request.answer, 'no answer') AS "Answer:word",
       request.what_is_missing AS "What was missing",
       request.feedback_by AS "Feedback promised by",
       coalesce((SELECT replace(group_concat(DISTINCT message.id), ',', ', ')
                 FROM message_sent__about AS about
                 JOIN message_sent AS message ON message.entry = about.entry
                 WHERE about.value = 'request:' || request.request
                   AND message.what IN ('outcome', 'differenceMade', 'youSaidWeDid', 'response',
                                        'progress', 'surveyResults')), 'none on record')
         AS "Feedback given"
FROM request_list AS request
JOIN involvement_requested AS made ON made.entry = request.entry
LEFT JOIN notice ON notice.entry = request.entry
WHERE :initiative IS NULL OR request.initiative = :initiative OR made.about = :initiative
ORDER BY request.answer_entry IS NOT NULL, request.entry
