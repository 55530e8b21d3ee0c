-- Dissent
-- Everybody who saw it otherwise, and what was said to them. Nothing here goes away: somebody who
-- comes round later has a later entry, and the first stands.
SELECT said.entry, said.about AS "About:record", said.form AS "How:word",
       said.answer AS "Answer:word",
       CASE WHEN said.text_state = 'sealed' THEN 'said in private'
            WHEN said.text_state = 'prefer not to say' THEN 'prefers not to say'
            ELSE coalesce(said.text, (SELECT 'if: ' || condition FROM sign_off_roll AS signed
                                      WHERE signed.entry = said.entry)) END AS "Why",
       entry.occurred_at AS "When",
       coalesce((SELECT group_concat(id, ', ') FROM (
                   SELECT decision.id FROM decision_made AS decision
                   WHERE decision.why_overruled IS NOT NULL
                     AND (said.about = 'decision:' || decision.id
                          OR EXISTS (SELECT 1 FROM decision_made__because_of AS cause
                                     WHERE cause.entry = decision.entry
                                       AND cause.what = 'entry:' || entry.statement_id))
                   UNION
                   SELECT closed.went_on_over FROM sign_off_given AS given
                   JOIN sign_off_closed AS closed ON closed.round = given.round
                   WHERE given.entry = said.entry AND closed.went_on_over IS NOT NULL
                     AND given.answer = 'dissent')), 'none') AS "Overruled by",
       coalesce((SELECT group_concat(iif(answer.text_state = 'sealed', 'in private', answer.text),
                                     '; ')
                 FROM answer_list AS answer
                 WHERE answer.answers IN ('entry:' || entry.statement_id, said.about)),
                'no answer on record')
         AS "Answered"
FROM dissent_list AS said JOIN entry ON entry.entry = said.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY said.entry
