-- Answers to entries and records, by the entry that they answer.

-- :replies
SELECT target.entry AS answered, answer.entry, answer.standing, answer.text, answer.text_state,
       answer."by"
FROM answer_given__to AS replied
JOIN answer_given AS answer ON answer.entry = replied.entry
JOIN entry AS target
  ON replied.value_register = 'entry' AND target.statement_id = replied.value_id
UNION ALL
SELECT target.entry, answer.entry, answer.standing, answer.text, answer.text_state, answer."by"
FROM answer_given__to AS replied
JOIN answer_given AS answer ON answer.entry = replied.entry
JOIN entry AS target ON target.register = replied.value_register AND target.id = replied.value_id
ORDER BY answer.entry
