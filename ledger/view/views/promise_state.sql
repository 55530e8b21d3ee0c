-- Every promise as it stands. `state` is the last that was recorded, else "open"; `standing` ones
-- hold for good and are counted apart. `is_open` is 1 until it is kept, broken, withdrawn, lapsed,
-- carried over, or its condition is known not to have come about.
CREATE VIEW promise_state AS
  SELECT promise.entry, promise.id AS promise, promise.initiative, promise.stage, promise."by",
         promise."to", coalesce(
           (SELECT u.new_what FROM promise_updated AS u
            WHERE u.promise = promise.id AND u.new_what IS NOT NULL
            ORDER BY u.entry DESC LIMIT 1), promise.what) AS what,
         coalesce(
           (SELECT u.new_due FROM promise_updated AS u
            WHERE u.promise = promise.id AND u.new_due IS NOT NULL
            ORDER BY u.entry DESC LIMIT 1), promise.due) AS due,
         promise.condition, promise.gate_of, promise.standing, promise.made_in,
         promise.made_in_record, promise.occurred_at, promise.provenance,
         coalesce(updated.state, 'open') AS state, updated.entry AS state_entry,
         updated.reason AS state_reason, updated.provenance AS state_provenance,
         updated.carried_as,
         (SELECT group_concat(value, ', ') FROM promise_updated__evidence AS e
          WHERE e.entry = updated.entry) AS evidence,
         promise.standing IS NOT 'yes' AND (updated.state IS NULL OR updated.state NOT IN
           ('kept', 'broken', 'withdrawn', 'lapsed', 'carriedOver', 'conditionNotMet')) AS is_open
  FROM promise_made AS promise
  LEFT JOIN promise_updated AS updated
    ON updated.entry = (SELECT max(u.entry) FROM promise_updated AS u
                        WHERE u.promise = promise.id);
