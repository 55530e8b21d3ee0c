-- Dissent, and whether it was answered
-- Whether people say no, and what becomes of it; that nobody ever does is a reason to ask why.
-- Says: {in} of {all} times that somebody plainly said no, they were answered.
-- Nothing: Nobody is on record as saying no. That is not good news by itself: can people say so
--   without harm?
-- Partner: pivotality; answering every no is easy where no no ever changes anything.
SELECT NULL AS part, said.entry,
       (SELECT group_concat(answer_entry) FROM dissent_answer AS answer
        WHERE answer.entry = said.entry) AS also,
       said.provenance,
       iif(EXISTS (SELECT 1 FROM dissent_answer AS answer
                   JOIN entry ON entry.entry = answer.answer_entry
                   WHERE answer.entry = said.entry AND entry.provenance IS NOT 'inferred'),
           'in', 'out') AS state,
       NULL AS number
FROM dissent_list AS said JOIN entry ON entry.entry = said.entry
WHERE said.wants_answer AND (:initiative IS NULL OR entry.initiative = :initiative)
ORDER BY said.entry
