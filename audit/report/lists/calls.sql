-- Calls
-- Whose experience was sought, by which criteria, and how many were chosen. Where the call was
-- shown, what bias the criteria bring, and who chose at each step; who answered stays private.
SELECT called.entry, called.id AS "Call", called.purpose AS "For:word",
       called.whose_experience AS "Whose experience is sought",
       coalesce(called.criteria, called.criteria_in_words) AS "Criteria",
       (SELECT bias_it_brings FROM agreement_list
        WHERE agreement_version = coalesce(selected.criteria, called.criteria))
         AS "Bias they bring",
       called.weeks_open AS "Weeks open",
       (SELECT group_concat("where", '; ') FROM call_opened__adverts AS a
        WHERE a.entry = called.entry) AS "Shown in",
       coalesce(selected.step, 'nobody chosen yet') AS "Step:word",
       selected.criteria AS "Chosen by", selected.selected_by AS "Who chose:who",
       selected.asked AS "Asked",
       selected.interested AS "Interested", selected.chosen AS "Chosen",
       selected.turned_down AS "Turned down", selected.turned_down_told_why AS "Told why:word",
       selected.from_groups_not_yet_heard AS "From groups not yet heard:word"
FROM call_opened AS called
LEFT JOIN selection_made AS selected ON selected.call = called.id
WHERE :initiative IS NULL OR called.initiative = :initiative
ORDER BY called.entry, selected.entry
