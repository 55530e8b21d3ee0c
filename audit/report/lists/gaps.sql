-- Gaps
-- Who or what reviews found missing, and what is done about each. Gaps about which nothing is said
-- come first.
SELECT gap.entry, gap.id AS "Gap", gap.what AS "What is missing", review.id AS "Review",
       coalesce(gap.action || ' (' || taken.state || ')',
                (SELECT group_concat(state.action || ' (' || state.state || ')', ', ')
                 FROM action_opened__because_of AS because
                 JOIN action_state AS state ON state.entry = because.entry
                 WHERE because.value_register = 'reviewGap' AND because.value_id = gap.id))
         AS "Action:state",
       gap.what_will_be_done AS "What will be done", gap.reason AS "Why nothing is done"
FROM review_held__gaps AS gap JOIN review_held AS review USING (entry)
LEFT JOIN action_state AS taken ON taken.action = gap.action
WHERE :initiative IS NULL OR review.initiative = :initiative
ORDER BY coalesce(gap.what_will_be_done, gap.reason, gap.action,
                  (SELECT min(because.value) FROM action_opened__because_of AS because
                   WHERE because.value_register = 'reviewGap' AND because.value_id = gap.id))
           IS NOT NULL, gap.entry, gap.nth
