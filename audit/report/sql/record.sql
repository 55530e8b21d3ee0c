-- Promises, sign-offs, credits, pay, findings, meetings, and the record itself.

-- :promises
SELECT entry, promise AS id, provenance, "by", "to", what, due AS due_now, condition, state_entry,
       state, state_reason, state_provenance,
       CASE WHEN state = 'kept' THEN 'kept'
            WHEN state IN ('broken', 'withdrawn', 'lapsed', 'carriedOver', 'conditionNotMet')
              THEN 'ended'
            WHEN standing = 'yes' THEN 'standing' ELSE 'open' END AS standing
FROM promise_state
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY entry

-- :sign_offs
SELECT roll.entry, roll.provenance, roll.round, roll.version, roll.form, roll.group_id AS "group",
       roll.as_told, roll.answer
FROM sign_off_roll AS roll JOIN entry USING (entry)
WHERE :initiative IS NULL OR entry.initiative IS :initiative
ORDER BY roll.entry

-- :rounds
SELECT opened.id, opened.entry, opened.provenance, opened.version,
       (SELECT count(*) FROM sign_off_opened__eligible AS seat
        WHERE seat.entry = opened.entry) AS asked,
       (SELECT count(DISTINCT given.participant) FROM sign_off_given AS given
        WHERE given.round = opened.id AND given.answer IS NOT NULL) AS replied,
       closed.entry AS closed_entry, closed.result
FROM sign_off_opened AS opened LEFT JOIN sign_off_closed AS closed ON closed.round = opened.id
WHERE :initiative IS NULL OR opened.initiative IS :initiative
ORDER BY opened.entry

-- :credits
-- "by_name": printed under a full or chosen name. "assumed": a finding says that it was worked out,
-- not told, who this participant is.
SELECT credit.entry, credit.provenance, credit.version, credit.id AS participant, credit.section,
       coalesce(credit.form IN ('fullName', 'chosenName'), 0) AS by_name, held.expertise,
       EXISTS (SELECT 1 FROM finding_raised AS finding
               WHERE finding.finding_kind = 'identityAssumed' AND finding.participant = credit.id)
         AS assumed
FROM credit_roll AS credit JOIN entry USING (entry)
LEFT JOIN participant_expertise AS held
  ON held.participant = credit.id AND held.until_entry IS NULL
WHERE credit.register = 'participant' AND (:initiative IS NULL OR entry.initiative IS :initiative)
ORDER BY credit.entry, credit.id

-- :other_credits
SELECT credit.entry, credit.provenance, credit.version,
       coalesce(credit.register || ':' || credit.id, credit.words, credit.description) AS who,
       credit.section, credit.remark
FROM credit_roll AS credit JOIN entry USING (entry)
WHERE credit.register IS NOT 'participant'
  AND (:initiative IS NULL OR entry.initiative IS :initiative)
ORDER BY credit.entry, credit.nth

-- :named_or_not
-- For each person of each group: named in a work for sure, named if an assumption holds, or not.
WITH named AS (
  SELECT DISTINCT credit.id AS participant,
         EXISTS (SELECT 1 FROM finding_raised AS finding
                 WHERE finding.finding_kind = 'identityAssumed'
                   AND finding.participant = credit.id) AS assumed
  FROM credit_roll AS credit
  WHERE credit.register = 'participant' AND credit.form IN ('fullName', 'chosenName')
)
SELECT member.group_id AS "group", formed.title, held.expertise, member.participant, entry.entry,
       entry.provenance, named.assumed = 0 AS named, named.assumed = 1 AS maybe_named
FROM group_membership AS member JOIN entry ON entry.entry = member.from_entry
LEFT JOIN participant_expertise AS held
  ON held.participant = member.participant AND held.until_entry IS NULL
LEFT JOIN group_formed AS formed ON formed.id = member.group_id
LEFT JOIN named ON named.participant = member.participant
WHERE :initiative IS NULL OR entry.initiative IS :initiative
ORDER BY formed.entry, held.expertise, entry.entry

-- :rates
SELECT rate.entry, rate.provenance, rate.id, rate.basis, rate.amount, rate.for_whom,
       rate.pay_region, rate.nobody_is_paid, rate.why_nobody, rate.told, rate."from",
       (SELECT group_concat(covers.value, ',') FROM rate_set__covers AS covers
        WHERE covers.entry = rate.entry) AS covers
FROM rate_set AS rate
WHERE :initiative IS NULL OR rate.initiative IS :initiative
ORDER BY rate.entry

-- :payments
SELECT entry, provenance FROM payment_made
WHERE :initiative IS NULL OR initiative IS :initiative

-- :times
SELECT entry, provenance FROM time_logged
WHERE :initiative IS NULL OR initiative IS :initiative

-- :budgets
SELECT entry, provenance, funded_by, held_by, total FROM budget_set
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY entry

-- :findings
SELECT entry, provenance, id, finding_kind,
       iif(text_state = 'public', text, NULL) AS text
FROM finding_raised
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY entry

-- :sides
SELECT side.entry, side.in_words, side.figure, side.unit, side.money, side.stands, side.title,
       side.place
FROM finding_raised__sides AS side JOIN finding_raised USING (entry)
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY side.entry, side.nth

-- :finding_figures
SELECT figure.entry, figure.label, figure.figure, figure.unit, figure.money, figure.in_words
FROM finding_raised__figures AS figure JOIN finding_raised USING (entry)
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY figure.entry, figure.nth

-- :shortcomings
SELECT entry, provenance, learning_kind AS sort, text FROM learning_recorded
WHERE learning_kind IN ('limitOfTheResult', 'departure', 'wentBadly')
  AND (:initiative IS NULL OR initiative IS :initiative)
ORDER BY entry

-- :agenda
SELECT item.meeting, item.entry, item.provenance, item.item_kind, item.item,
       iif(item.minutes_min = item.minutes_max, item.minutes_min, NULL) AS minutes
FROM agenda_item_proposed AS item
WHERE item.meeting IS NOT NULL AND (:initiative IS NULL OR item.initiative IS :initiative)
ORDER BY item.meeting, item.entry

-- :notice
-- What went out before a meeting; "days" is empty where nobody can tell.
SELECT given.entry, given.provenance, given.register, given.id, given.meeting,
       given.days_before AS days, coalesce(message.what, survey.purpose) AS sort,
       coalesce(message."to", survey.to_whom) AS to_whom
FROM notice_given AS given JOIN entry ON entry.entry = given.entry
LEFT JOIN message_sent AS message ON message.entry = given.entry
LEFT JOIN survey_opened AS survey ON survey.entry = given.entry
WHERE given.register IN ('message', 'survey')
  AND (:initiative IS NULL OR entry.initiative IS :initiative)
ORDER BY given.entry

-- :coverage
SELECT coalesce(provenance, '') AS provenance, count(*) AS entries,
       sum(occurred_at IS NULL) AS undated
FROM entry WHERE :initiative IS NULL OR initiative IS :initiative
GROUP BY 1 ORDER BY 2 DESC

-- :inferred
SELECT entry, provenance FROM entry
WHERE provenance = 'inferred' AND (:initiative IS NULL OR initiative IS :initiative)

-- :kinds
SELECT kind, count(*) AS entries FROM entry
WHERE :initiative IS NULL OR initiative IS :initiative
GROUP BY kind

-- :odd_entries
-- Put right, disputed, or not to be read by this program.
SELECT entry, provenance, 'corrected' AS sort FROM entry
WHERE corrected_by IS NOT NULL AND (:initiative IS NULL OR initiative IS :initiative)
UNION ALL
SELECT entry.entry, entry.provenance, 'disputed' FROM dispute JOIN entry USING (entry)
WHERE :initiative IS NULL OR initiative IS :initiative
UNION ALL
SELECT entry, provenance, 'unreadable' FROM entry WHERE known = 0

-- :cards
SELECT entry.*, told.words
FROM json_each(:entries) AS asked JOIN entry ON entry.entry = asked.value
JOIN entry_words AS told ON told.entry = entry.entry
ORDER BY entry.entry

-- :sources
SELECT source.entry, source.title, source.place
FROM json_each(:entries) AS asked JOIN source ON source.entry = asked.value
ORDER BY source.entry, source.nth

-- :size
SELECT count(*) AS size, max(recorded_at) AS recorded_at FROM entry

-- :ledger
SELECT title FROM ledger_opened ORDER BY entry LIMIT 1

-- :initiative
SELECT entry, provenance, id, title, why, question, what_may_change, "by", lead_organisation
FROM initiative_opened
WHERE :initiative IS NULL OR id IS :initiative
ORDER BY entry

-- :limits
SELECT declared.entry, declared.provenance, declared.about, declared.limits, line.id, line.text,
       line.reason
FROM limits_declared AS declared
LEFT JOIN limits_declared__limits_declared AS line USING (entry)
WHERE :initiative IS NULL OR declared.initiative IS :initiative OR declared.about_id IS :initiative
ORDER BY declared.entry, line.nth

-- :agreements
SELECT entry, provenance, id, version, title, text FROM agreement_adopted
WHERE :initiative IS NULL OR initiative IS :initiative
ORDER BY entry

-- :smallest_group
-- The number that people set for survey answers, as it stands; never under five.
SELECT changed.entry, changed.provenance, changed.change_parameter_value AS value
FROM standard_changed AS changed
WHERE changed.clause LIKE '%PV-01' AND changed.change_parameter_name = 'k'
ORDER BY changed.entry DESC LIMIT 1
