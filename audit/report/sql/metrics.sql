-- What all metrics ask for.

-- :dates
-- When each of these entries happened, as far as a date says.
SELECT entry, date FROM entry_date
WHERE entry IN (SELECT value FROM json_each(:entries)) AND date IS NOT NULL
