-- Dissent
-- Everybody who saw it otherwise, before or after, and what was said to them. Nothing here goes
-- away: somebody who comes round later has a later entry, and the first stands.
SELECT said.entry, said.about AS "About:record", said.form AS "How:word",
       said.answer AS "Answer:word",
       CASE WHEN said.text_state = 'sealed' THEN 'said in private'
            WHEN said.text_state = 'prefer not to say' THEN 'prefers not to say'
            ELSE said.text END AS "Why",
       entry.occurred_at AS "When",
       coalesce((SELECT group_concat(DISTINCT decision.id) FROM decision_made AS decision
                 JOIN decision_made__because_of AS cause ON cause.entry = decision.entry
                 WHERE decision.why_overruled IS NOT NULL
                   AND (said.about = 'decision:' || decision.id
                        OR cause.what = said.about
                        OR cause.what = 'entry:' || entry.statement_id)), 'none') AS "Overruled by",
       coalesce((SELECT group_concat(iif(answer.text_state = 'sealed', 'in private', answer.text),
                                     '; ')
                 FROM answer_list AS answer
                 WHERE answer.answers = 'entry:' || entry.statement_id), 'no answer on record')
         AS "Answered"
FROM dissent_list AS said JOIN entry ON entry.entry = said.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY said.entry
