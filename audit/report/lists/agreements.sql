-- Agreements
-- What people agreed to work by, whose it is, and who signed it. Aims, rules of the room, selection
-- criteria, methods, policies: whom or what each leaves out, and which version holds now.
SELECT adopted.entry, adopted.agreement_version AS "Agreement",
       adopted.agreement_kind AS "Kind:word", adopted.title AS "Title",
       adopted.text AS "What was agreed",
       adopted.owned_by AS "Owned by:who", replace(adopted.holds_for, ':', ' ') AS "Holds for",
       adopted.bias_it_brings AS "Bias it brings", adopted.decision AS "Decision",
       adopted.signed AS "Signed", adopted.objected AS "Objected",
       coalesce((SELECT group_concat(coalesce('organisation ' || organisation, 'group ' || "group"),
                                     ', ')
                 FROM agreement_signed AS s
                 WHERE s.agreement = adopted.agreement_version AND s.answer = 'signed'
                   AND s.participant IS NULL), 'none') AS "Organisations and groups that signed",
       coalesce(adopted.replaced_by, 'in force') AS "Replaced by"
FROM agreement_list AS adopted
WHERE :initiative IS NULL OR adopted.initiative = :initiative
ORDER BY adopted.replaced_by IS NOT NULL, adopted.entry
