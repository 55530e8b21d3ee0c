-- What was put right and what is disputed, of the entries that a page shows.

-- :corrections
SELECT list.of_entry, list.entry, list.corrected_by, list.recorded_at, list.reason,
       list.field, list.manner, list.was, list.became
FROM json_each(:entries) AS asked JOIN correction_list AS list ON list.of_entry = asked.value
ORDER BY list.of_entry, list.entry, list.change

-- :disputes
SELECT list.of_entry, list.entry, list.what_is_wrong, list.asked_for, list.answer_entry,
       answer.outcome, iif(answer.text_state = 'public', answer.text, NULL) AS answer
FROM json_each(:entries) AS asked JOIN dispute_list AS list ON list.of_entry = asked.value
LEFT JOIN answer_given AS answer ON answer.entry = list.answer_entry
ORDER BY list.of_entry, list.entry
