-- Promises
-- What was promised, to whom and by when, and how it stands. Open ones come first; one that was
-- carried over, withdrawn or broken stays in the list.
SELECT entry, promise AS "Promise", what AS "What", "by" AS "By:who", "to" AS "To:who",
       due AS "Due", condition AS "If", state AS "State:word", state_reason AS "Why"
FROM promise_state
WHERE :initiative IS NULL OR initiative = :initiative
ORDER BY is_open DESC, entry
