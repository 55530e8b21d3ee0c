-- Dissent
-- Everybody who saw it otherwise, and what was said to them. Nothing here goes away: somebody who
-- comes round later has a later entry, and the first stands. A plain no that still stands wants an
-- answer; who stands aside, has reservations or agrees on a condition let it go on.
SELECT said.entry,
       iif(said.form = 'dispute',
           coalesce(against.register || ':' || against.id, against.kind) || ', ' || said.about,
           said.about) AS "About:record",
       coalesce(CASE said.form WHEN 'dispute' THEN against.summary
                               WHEN 'agreement' THEN adopted.text
                               WHEN 'sign-off' THEN work.title
                               ELSE coalesce(raised.question, against.summary) END,
                'no public words') AS "Which says",
       said.form AS "How:word", said.answer AS "Answer:word",
       CASE WHEN said.text_state = 'sealed' THEN 'said in private'
            WHEN said.text_state = 'prefer not to say' THEN 'prefers not to say'
            ELSE coalesce(said.text, (SELECT 'if: ' || condition FROM sign_off_roll AS signed
                                      WHERE signed.entry = said.entry)) END AS "Why",
       entry.occurred_at AS "When",
       coalesce((SELECT group_concat(id, ', ') FROM (
                   SELECT decision.id FROM decision_made AS decision
                   WHERE decision.why_overruled IS NOT NULL
                     AND (EXISTS (SELECT 1 FROM dissent_answer AS answer
                                  WHERE answer.entry = said.entry
                                    AND answer.answer_entry = decision.entry)
                          OR EXISTS (SELECT 1 FROM decision_made__because_of AS cause
                                     WHERE cause.entry = decision.entry
                                       AND cause.what = 'entry:' || said.statement_id))
                   UNION
                   SELECT closed.went_on_over FROM sign_off_given AS given
                   JOIN sign_off_closed AS closed ON closed.round = given.round
                   WHERE given.entry = said.entry AND closed.went_on_over IS NOT NULL
                     AND given.answer = 'dissent')), 'none') AS "Overruled by",
       coalesce((SELECT group_concat(words, '; ') FROM (
                   SELECT DISTINCT answer.answer_entry,
                          coalesce(iif(answer.text_state = 'sealed', 'in private', answer.text),
                                   'in words not recorded')
                          || ' (entry ' || answer.answer_entry || ')' AS words
                   FROM dissent_answer AS answer WHERE answer.entry = said.entry
                   ORDER BY answer.answer_entry)),
                iif(said.wants_answer, 'no answer on record', 'none on record, and none is owed'))
         AS "Answered"
FROM dissent_list AS said JOIN entry ON entry.entry = said.entry
LEFT JOIN entry AS against ON against.entry = said.against_entry
LEFT JOIN matter_raised AS raised ON said.about = 'matter:' || raised.id
LEFT JOIN agreement_adopted AS adopted
  ON said.about = 'agreementVersion:' || adopted.id || '@' || adopted.version
LEFT JOIN sign_off_roll AS signed ON said.form = 'sign-off' AND signed.entry = said.entry
LEFT JOIN work_opened AS work ON work.id = signed.work
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY said.entry
