-- Words of one person, and whether a page for people outside may repeat them.

-- :words
-- For each text and each consent that it needs, the person's latest answer that holds for it.
WITH asked AS (
  SELECT said.entry, said.participant, said.scope, said.words,
         (SELECT max(answer.entry) FROM consent_answer AS answer
          WHERE answer.participant = said.participant AND answer.scope = said.scope
            AND (answer.target IS NULL
                 OR answer.target IN (SELECT about.target FROM personal_words_about AS about
                                      WHERE about.entry = said.entry))) AS answered
  FROM personal_words AS said
)
SELECT asked.entry, asked.participant, asked.scope, asked.words, asked.answered,
       (SELECT answer.reply FROM consent_answer AS answer
        WHERE answer.entry = asked.answered AND answer.scope = asked.scope
          AND answer.participant = asked.participant LIMIT 1) AS reply,
       (SELECT answer."until" FROM consent_answer AS answer
        WHERE answer.entry = asked.answered AND answer.scope = asked.scope
          AND answer.participant = asked.participant LIMIT 1) AS "until"
FROM asked ORDER BY asked.entry

-- :corrections
SELECT entry, of_entry FROM correction WHERE of_entry IS NOT NULL ORDER BY entry
