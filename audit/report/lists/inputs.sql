-- Inputs
-- Everything that somebody said, with its age in days and how it stands: answered, told, judged by
-- whoever said it, and changed something. What asks for an answer and has none comes first.
SELECT said.entry, said.input AS "Input", said.input_kind AS "Kind:word",
       said.expertise AS "As:word",
       iif(said.text_state = 'sealed', 'said in private', said.text) AS "What",
       (:now - coalesce(heard.occurred_at_first, heard.recorded_at)) / 86400 AS "Days old",
       CASE WHEN said.responded <> 'none'
            THEN (SELECT group_concat(disposition, ', ') FROM (
                    SELECT DISTINCT disposition FROM input_loop AS answer
                    WHERE answer.register = said.register AND answer.input = said.input))
            WHEN said.asks_for_something = 'no' THEN 'asks for nothing'
            ELSE 'no answer' END AS "State:word",
       iif(regrouped.entry IS NULL, 'itself',
           (SELECT group_concat(value, ', ') FROM inputs_regrouped__into AS i
            WHERE i.entry = regrouped.entry)) AS "Goes on as",
       said.responses AS "Answers", iif(said.answer_sent, 'yes', NULL) AS "Told",
       said.verdict AS "Fair, in their view:word",
       said.changes AS "Changes because of it"
FROM input_status AS said
JOIN entry AS heard ON heard.entry = said.entry
LEFT JOIN (SELECT value, max(entry) AS entry FROM inputs_regrouped__inputs GROUP BY value)
  AS regrouped ON said.register = 'input' AND regrouped.value = said.input
WHERE :initiative IS NULL OR said.initiative = :initiative
ORDER BY said.responded NOT IN ('none', 'unresolved') OR said.asks_for_something IS 'no',
         "Days old" DESC, said.entry
