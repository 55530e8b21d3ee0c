-- Findings
-- What later readers noticed: sides that differ, gaps, figures worked out. Both sides stand with
-- where each comes from; the record chooses none, and the reply stands beside them.
SELECT finding.entry, finding.finding AS "Finding", finding.finding_kind AS "Kind:word",
       iif(finding.text_state = 'sealed', 'private', finding.text) AS "What was noticed",
       replace(finding.about, ':', ' ') AS "About",
       (SELECT group_concat(coalesce(side.figure || coalesce(' ' || side.unit, ''), side.money,
                                     side.in_words, 'not recorded')
                            || coalesce(' (' || side.title || coalesce(', ' || side.place, '')
                                        || ')', ''), ' / ')
        FROM finding_side AS side WHERE side.finding = finding.finding) AS "Sides",
       (SELECT group_concat(coalesce(worked.label || ': ', '')
                            || coalesce(worked.figure, worked.money, worked.in_words), '; ')
        FROM finding_figure AS worked WHERE worked.finding = finding.finding) AS "Worked out",
       finding."by" AS "Noticed by:who", finding.severity AS "Weight:word",
       iif(finding.answer_entry IS NULL, 'no reply on record',
           (SELECT coalesce(iif(answer.text_state = 'sealed', 'private', answer.text),
                            answer.outcome, 'answered')
            FROM answer_list AS answer WHERE answer.entry = finding.answer_entry LIMIT 1))
         AS "Reply"
FROM finding_list AS finding
WHERE :initiative IS NULL OR finding.initiative = :initiative
ORDER BY finding.answer_entry IS NOT NULL, finding.entry
