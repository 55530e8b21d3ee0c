-- Reviews
-- Every review, what came of it, and when to look again. A review that led to no action, and one
-- that is overdue, are seen here.
WITH led_to AS (
  SELECT because.value_id AS review, state.action, state.state
  FROM action_opened__because_of AS because
  JOIN action_state AS state ON state.entry = because.entry
  WHERE because.value_register = 'review'
  UNION
  SELECT review.id, state.action, state.state
  FROM action_opened__because_of AS because
  JOIN review_held__gaps AS gap ON gap.id = because.value_id
  JOIN review_held AS review ON review.entry = gap.entry
  JOIN action_state AS state ON state.entry = because.entry
  WHERE because.value_register = 'reviewGap'
  UNION
  SELECT review.id, state.action, state.state
  FROM review_held__gaps AS gap JOIN review_held AS review ON review.entry = gap.entry
  JOIN action_state AS state ON state.action = gap.action
)
SELECT review.entry, review.id AS "Review", review.review_kind AS "What was looked at:word",
       (SELECT group_concat(value, ', ') FROM review_held__of AS o WHERE o.entry = review.entry)
         AS "Of:record",
       review."with" AS "With:who", review.who_was_reviewed AS "Whose part:who",
       review.result AS "Result:word", review.result_in_words AS "In words",
       (SELECT count(*) FROM led_to WHERE led_to.review = review.id) AS "Actions",
       (SELECT count(*) FROM led_to WHERE led_to.review = review.id AND led_to.state = 'done')
         AS "Of them done",
       review.next AS "Look again",
       CASE WHEN EXISTS (SELECT 1 FROM review_held__of AS o
                         JOIN review_held__of AS again ON again.value = o.value
                         JOIN review_held AS later ON later.entry = again.entry
                         WHERE o.entry = review.entry AND again.entry > review.entry
                           AND later.review_kind IS review.review_kind) THEN 'looked at again'
            WHEN review.next_last < :now THEN 'overdue'
            WHEN review.next IS NULL THEN 'no date for the next one'
            ELSE 'to come' END AS "Then"
FROM review_held AS review
WHERE :initiative IS NULL OR review.initiative = :initiative
ORDER BY review.entry
