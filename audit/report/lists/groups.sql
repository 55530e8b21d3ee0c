-- Groups
-- Who is in each group now, what it lives on, and what happens when the money ends. One grant, an
-- end without a plan, or nobody to take it over are seen here.
SELECT formed.entry, formed.id || coalesce(': ' || formed.title, '') AS "Group",
       formed.group_kind AS "Kind:word", 'organisation:' || formed.hosted_by AS "Hosted by:who",
       (SELECT count(*) FROM group_membership AS member
        WHERE member.group_id = formed.id AND member.until_entry IS NULL) AS "Members now",
       coalesce((SELECT counted.members FROM group_count AS counted
                 WHERE counted.group_id = formed.id AND counted.expertise = 'livedExperience'), 0)
         AS "Of them with lived experience",
       (SELECT count(*) FROM group_membership AS member
        WHERE member.group_id = formed.id AND member.until_entry IS NOT NULL) AS "Left",
       formed.own_budget AS "Money of its own:word",
       (SELECT count(*) FROM budget_set AS budget WHERE budget."group" = formed.id) AS "Grants",
       (SELECT group_concat(budget.funded_by, ', ') FROM budget_set AS budget
        WHERE budget."group" = formed.id) AS "Money from:who",
       (SELECT budget."until" FROM budget_set AS budget WHERE budget."group" = formed.id
        ORDER BY budget.until_last DESC LIMIT 1) AS "Money until",
       formed.when_the_money_ends AS "When the money ends",
       (SELECT CASE changed."to" WHEN 'organisation' THEN 'organisation:' || changed.to_organisation
                                 WHEN 'nobody' THEN 'nobody' END
        FROM custodian_changed__of AS hand JOIN custodian_changed AS changed USING (entry)
        WHERE hand.value = 'group:' || formed.id
        ORDER BY changed.entry DESC LIMIT 1) AS "Taken over by:who"
FROM group_formed AS formed
WHERE :initiative IS NULL OR formed.initiative = :initiative OR formed.about = :initiative
ORDER BY formed.entry
