-- Inputs
-- Everything that somebody said, how old it is and how it stands. Whether it was answered and told,
-- what they thought of the answer, and what it changed; what asks for an answer and has none comes
-- first.
WITH held AS MATERIALIZED (SELECT * FROM participant_expertise),
age AS (
  -- A time of day belongs to the day that was said with it. What is known to the month or year only
  -- counts from its first day, which in UTC begins 14 hours after the first second it may mean.
  SELECT entry, CAST(julianday(:today) - CASE
           WHEN occurred_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'
             THEN julianday(substr(occurred_at, 1, 10))
           WHEN occurred_at_first IS NOT NULL
             THEN julianday(occurred_at_first + 50400, 'unixepoch', 'start of day')
           ELSE julianday(recorded_at, 'unixepoch', 'start of day') END AS INTEGER) AS days
  FROM entry
)
SELECT said.entry, said.input AS "Input", said.input_kind AS "Kind:word",
       coalesce(said.expertise,
                (SELECT group_concat(held.expertise, ', ') FROM held
                 WHERE held.participant = said.participant AND held.from_entry < said.entry
                   AND (held.until_entry IS NULL OR held.until_entry > said.entry)))
         AS "As:word",
       iif(said.text_state = 'sealed', 'said in private', said.text) AS "What",
       iif(age.days < 0, format('dated %d day%s ahead', -age.days, iif(age.days = -1, '', 's')),
           age.days) AS "Days old",
       CASE WHEN said.responded <> 'none'
            THEN (SELECT group_concat(disposition, ', ') FROM (
                    SELECT given.disposition FROM response_given__inputs AS i
                    JOIN response_given AS given ON given.entry = i.entry
                    WHERE said.register = 'input' AND i.value = said.input
                    UNION
                    SELECT given.disposition FROM response_given__concerns AS c
                    JOIN response_given AS given ON given.entry = c.entry
                    WHERE said.register = 'concern' AND c.value = said.input
                    UNION
                    SELECT coalesce(reply.outcome, 'answered') FROM concern_reply AS reply
                    WHERE said.register = 'concern' AND reply.concern = said.input))
            WHEN said.register = 'input' AND said.input IN (
                   SELECT input FROM input_revised WHERE revision = 'withdrawn') THEN 'withdrawn'
            WHEN said.asks_for_something = 'no' THEN 'asks for nothing'
            ELSE 'no answer' END AS "State:word",
       iif(regrouped.entry IS NULL, 'itself',
           (SELECT group_concat(value, ', ') FROM inputs_regrouped__into AS i
            WHERE i.entry = regrouped.entry)) AS "Goes on as",
       said.responses AS "Answers", iif(said.answer_sent, 'yes', NULL) AS "Told",
       said.verdict AS "Fair, in their view:word",
       said.changes AS "Changes because of it"
FROM input_status AS said
JOIN age ON age.entry = said.entry
LEFT JOIN (SELECT value, max(entry) AS entry FROM inputs_regrouped__inputs GROUP BY value)
  AS regrouped ON said.register = 'input' AND regrouped.value = said.input
WHERE :initiative IS NULL OR said.initiative = :initiative
ORDER BY said.responded NOT IN ('none', 'unresolved') OR said.asks_for_something IS 'no',
         age.days DESC, said.entry
