-- Actions
-- Who took what on, at which meeting, and how it stands. Open ones come first.
SELECT entry, action AS "Action", what AS "What", whose AS "Whose:who", how AS "How given:word",
       kind_of_work AS "Kind of work:word", meeting AS "Meeting", due AS "Due",
       state AS "State:word", why AS "Why"
FROM action_state
WHERE :initiative IS NULL OR initiative = :initiative
ORDER BY state IN ('done', 'dropped', 'declined'), entry
