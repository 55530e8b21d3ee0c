-- Requests by organisation
-- The pattern of each asker: notice, clarity, and news of what came of it. How many requests came
-- back for want of information or went round the coordinator, and how much of the promised feedback
-- was given.
WITH asked AS (
  SELECT request.*, made.feedback_by AS promised,
         iif(made.needed_by_precision IN ('day', 'minute', 'second')
             AND entry.occurred_at_precision IN ('day', 'minute', 'second'),
             CAST(julianday(substr(made.needed_by, 1, 10))
                  - julianday(substr(entry.occurred_at, 1, 10)) AS INTEGER), NULL) AS notice,
         EXISTS (SELECT 1 FROM involvement_answered AS a
                 WHERE a.request = request.request AND a.answer = 'returned') AS returned,
         EXISTS (SELECT 1 FROM message_sent__about AS about JOIN message_sent AS message
                   ON message.entry = about.entry
                 WHERE about.value = 'request:' || request.request
                   AND message.what IN ('outcome', 'differenceMade', 'youSaidWeDid', 'response',
                                        'progress', 'surveyResults')) AS told
  FROM request_list AS request
  JOIN involvement_requested AS made ON made.entry = request.entry
  JOIN entry ON entry.entry = request.entry
  WHERE :initiative IS NULL OR request.initiative = :initiative OR made.about = :initiative
)
SELECT min(entry) AS entry, "by" AS "Asker:who", count(*) AS "Requests",
       iif(min(notice) < 0, format('needed %d day%s before it was asked', -min(notice),
                                   iif(min(notice) = -1, '', 's')), min(notice))
         AS "Fewest days of notice",
       iif(max(notice) < 0, 'none', max(notice)) AS "Most",
       sum(notice IS NULL) AS "Notice not recorded",
       sum(returned) AS "Sent back as unclear",
       sum(route IS 'straightToThePerson') AS "Straight to a person",
       sum(asks_for_a_story IS 'yes') AS "Asked for a story",
       sum(answer IS 'accepted') AS "Accepted", sum(answer IS 'declined') AS "Declined",
       sum(answer IS NULL) AS "No answer", sum(promised IS NOT NULL) AS "Promised feedback",
       sum(promised IS NOT NULL AND told) AS "Gave it"
FROM asked GROUP BY "by" ORDER BY count(*) DESC, min(entry)
