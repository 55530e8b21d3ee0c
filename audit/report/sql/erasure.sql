-- What an erasure must leave as it is, and what it cannot take away.

-- :entries
SELECT kind, count(*) AS times FROM entry GROUP BY kind ORDER BY kind

-- :decisions
SELECT * FROM decision_summary

-- :attendance
SELECT * FROM attendance_count

-- :expertise
SELECT * FROM expertise_count

-- :groups
SELECT * FROM group_count

-- :credits
SELECT * FROM credit_count

-- :surveys
SELECT * FROM survey_question_result

-- :payments
SELECT * FROM payment_record_count

-- :balances
SELECT * FROM payment_balance

-- Entries with public words that name the person, or that are theirs.
-- :public_words
SELECT words.rowid AS entry
FROM entry_text AS words
WHERE words.words <> ''
  AND (words.rowid IN (SELECT entry FROM mention WHERE register = 'participant' AND id = :id)
       OR words.rowid IN (SELECT entry FROM entry WHERE author = :id OR on_behalf_of = :id))
ORDER BY words.rowid

-- What the read model is made of: words that stand in it whatever anybody says.
-- :made_of
SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name

-- Sums and survey answers in entries that name the person: kept under other keys than theirs.
-- :other_keys
SELECT about, count(*) AS times
FROM sealed_field
WHERE about IN ('accounts', 'survey')
  AND entry IN (SELECT entry FROM mention WHERE register = 'participant' AND id = :id)
GROUP BY about ORDER BY about
