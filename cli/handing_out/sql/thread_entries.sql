-- The entries that join the thread of one record or participant, in order.
SELECT DISTINCT entry FROM mention
WHERE register = :register AND id = :id AND joins = 1 ORDER BY entry
