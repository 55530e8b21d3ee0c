-- Strategies
-- Every version of a strategy: whose it is, from when it holds, who signed it. The one that holds
-- comes first.
SELECT adopted.entry, adopted.agreement_version AS "Strategy", adopted.title AS "Title",
       adopted.owned_by AS "Owned by:who", told."from" AS "From",
       coalesce(adopted.replaced_by, 'in force') AS "Replaced by",
       told.what_changed AS "What changed", adopted.decision AS "Decision",
       coalesce((SELECT group_concat(coalesce('organisation:' || organisation,
                                              'group:' || "group", participant), ', ')
                 FROM agreement_signed AS signed
                 WHERE signed.agreement = adopted.agreement_version
                   AND signed.answer = 'signed'), 'nobody') AS "Signed by:who"
FROM agreement_list AS adopted JOIN agreement_adopted AS told USING (entry)
WHERE adopted.agreement_kind = 'strategy'
  AND (:initiative IS NULL OR adopted.initiative = :initiative)
ORDER BY adopted.replaced_by IS NOT NULL, adopted.entry
