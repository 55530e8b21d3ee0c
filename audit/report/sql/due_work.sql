-- Promises, actions, pay, sign-off, papers and rights that are owed. Columns as in due_answers.sql.

-- :promises
-- A promise on a condition is not late before it is known that the condition has come about.
WITH carried AS (
  SELECT moved.value, max(moved.entry) AS entry FROM role_ended__carried AS moved
  GROUP BY moved.value
)
SELECT iif(state.condition IS NOT NULL AND state.state IS NOT 'conditionMet', 'ifPromise',
           'promise') AS sort,
       state.entry, state.state_entry AS other, 'promise' AS register, state.promise AS id,
       state.what, state.condition AS note, state."to",
       -- Whoever follows in a role keeps the promises of the one before, not their organisation's.
       iif(state."by" IS NULL OR state."by" = ended.who, coalesce(ended.handed_to, state."by"),
           state."by") AS "by", state.due, NULL AS base,
       NULL AS within_days, state.initiative, state.stage, 'promise:' || state.promise AS pauses
FROM promise_state AS state
LEFT JOIN carried ON carried.value = 'promise:' || state.promise
LEFT JOIN role_ended AS ended ON ended.entry = carried.entry
WHERE state.is_open

-- :standing
-- Promises that hold for good, where nobody has recorded what became of them.
SELECT 'standing' AS sort, entry, NULL AS other, 'promise' AS register, promise AS id, what,
       condition AS note, "to", "by", due, NULL AS base, NULL AS within_days, initiative, stage,
       'promise:' || promise AS pauses
FROM promise_state WHERE standing = 'yes' AND state_entry IS NULL

-- :actions
WITH carried AS (
  SELECT moved.value, max(moved.entry) AS entry FROM role_ended__carried AS moved
  GROUP BY moved.value
)
SELECT 'action' AS sort, state.entry, state.state_entry AS other, 'action' AS register,
       state.action AS id, state.what, NULL AS note, NULL AS "to",
       coalesce(ended.handed_to, state.whose) AS "by", state.due, NULL AS base,
       NULL AS within_days, state.initiative, state.stage, NULL AS pauses
FROM action_state AS state
LEFT JOIN carried ON carried.value = 'action:' || state.action
LEFT JOIN role_ended AS ended ON ended.entry = carried.entry
WHERE state.state NOT IN ('done', 'dropped', 'declined')

-- :pay
-- Claims and time. How much is sealed, so a line says what is owed and never how much. Nobody is
-- owed pay for time that somebody else pays, or that is given unpaid by agreement.
WITH offered AS (
  SELECT whom.register, whom.id, max(offer.entry) AS entry
  FROM payment_offered AS offer JOIN payment_offered__to AS whom USING (entry)
  WHERE offer.paid_within_max IS NOT NULL GROUP BY whom.register, whom.id
), promised AS (
  SELECT who, max(entry) AS entry FROM (
    SELECT id AS who, entry FROM offered WHERE register = 'participant'
    UNION ALL
    SELECT member.id, offered.entry
    FROM offered JOIN role_assigned AS role
      ON role.within_register = 'group' AND role.within_id = offered.id
    JOIN role_assigned__who AS member ON member.entry = role.entry
    WHERE offered.register = 'group' AND member.register = 'participant')
  GROUP BY who
), covered AS (
  SELECT "of" FROM payment_made__covers WHERE "of" IS NOT NULL
), loose AS (
  -- Payments that do not say what they are for.
  SELECT participant, group_concat(id, ', ') AS ids FROM payment_made
  WHERE participant IS NOT NULL AND entry NOT IN (SELECT entry FROM payment_made__covers)
  GROUP BY participant
), paid_elsewhere AS (
  SELECT participant, paid_by, max(entry) FROM participant_statement
  WHERE paid_by IS NOT NULL GROUP BY participant
)
SELECT 'claim' AS sort, claim.entry, NULL AS other, 'claim' AS register, claim.id,
       claim.what AS what, NULL AS note, claim.participant AS "to", NULL AS "by", NULL AS due,
       claim.occurred_at AS base, offer.paid_within_max AS within_days, claim.initiative,
       claim.stage, NULL AS pauses
FROM claim_made AS claim LEFT JOIN promised ON promised.who = claim.participant
LEFT JOIN payment_offered AS offer ON offer.entry = promised.entry
WHERE claim.id NOT IN (SELECT claim FROM claim_answered)
  AND 'claim:' || claim.id NOT IN (SELECT "of" FROM covered)
UNION ALL
SELECT 'approved', claim.entry, answer.entry, 'claim', claim.id, claim.what,
       iif(loose.ids IS NULL, NULL, loose.ids || ' does not say what it is for'),
       claim.participant, NULL, NULL, claim.occurred_at, offer.paid_within_max, claim.initiative,
       claim.stage, NULL
FROM claim_made AS claim JOIN claim_answered AS answer ON answer.claim = claim.id
LEFT JOIN promised ON promised.who = claim.participant
LEFT JOIN payment_offered AS offer ON offer.entry = promised.entry
LEFT JOIN loose ON loose.participant = claim.participant
WHERE answer.reply IN ('approved', 'approvedInPart')
  AND answer.entry = (SELECT max(entry) FROM claim_answered AS latest
                      WHERE latest.claim = claim.id)
  AND 'claim:' || claim.id NOT IN (SELECT "of" FROM covered)
UNION ALL
SELECT 'time', time.entry, NULL, 'time', time.id, time.activity,
       -- Who declined pay is owed none; what they chose is sealed, so only that they chose is told.
       nullif(trim(coalesce(loose.ids || ' does not say what it is for', '') ||
                   iif(time.participant IN (SELECT participant FROM payment_form_chosen),
                       '; how they chose to be paid, or that they declined, is kept private', ''),
                   '; '), ''),
       time.participant, NULL, NULL, time.occurred_at, offer.paid_within_max, time.initiative,
       time.stage, NULL
FROM time_logged AS time LEFT JOIN promised ON promised.who = time.participant
LEFT JOIN payment_offered AS offer ON offer.entry = promised.entry
LEFT JOIN loose ON loose.participant = time.participant
LEFT JOIN paid_elsewhere ON paid_elsewhere.participant = time.participant
WHERE 'time:' || time.id NOT IN (SELECT "of" FROM covered)
  AND time.id NOT IN (SELECT value FROM claim_made__what_times)
  AND (paid_elsewhere.paid_by IS NULL OR paid_elsewhere.paid_by NOT IN ('employer', 'nobody'))
UNION ALL
SELECT 'amiss', told.entry, paid.entry, 'payment', paid.id, told.arrival, NULL, told.participant,
       paid."by", NULL, NULL, NULL, paid.initiative, paid.stage, NULL
FROM payment_confirmed AS told JOIN payment_made AS paid ON paid.id = told.payment
WHERE told.arrival IN ('didNotCome', 'wrong')
  AND told.entry = (SELECT max(entry) FROM payment_confirmed AS latest
                    WHERE latest.participant = told.participant
                      AND latest.payment = told.payment)
  AND paid.id NOT IN (SELECT corrects FROM payment_made WHERE corrects IS NOT NULL)
UNION ALL
-- A rate is there and no time: how much is owed cannot be worked out, which is not nothing.
SELECT 'rate', rate.entry, NULL, 'rate', rate.id, coalesce(rate.amount, 'a rate'), NULL,
       rate.for_whom, NULL, NULL, NULL, NULL, rate.initiative, rate.stage, NULL
FROM rate_set AS rate
WHERE rate.nobody_is_paid IS NOT 'yes' AND NOT EXISTS (SELECT 1 FROM time_logged)
  AND NOT EXISTS (SELECT 1 FROM claim_made) AND NOT EXISTS (SELECT 1 FROM payment_made)

-- :sign_off
-- Rounds that are open, with those who have not answered. Who left is still asked.
WITH open AS (
  SELECT * FROM sign_off_opened WHERE id NOT IN (SELECT round FROM sign_off_closed)
), seats AS (
  SELECT open.id, count(*) AS asked,
         group_concat(iif(given.entry IS NULL, seat.participant, NULL), ', ') AS silent,
         count(given.entry) AS answered
  FROM open JOIN sign_off_opened__eligible AS seat ON seat.entry = open.entry
  LEFT JOIN sign_off_given AS given
    ON given.entry = (SELECT max(entry) FROM sign_off_given AS latest
                      WHERE latest.round = open.id AND latest.participant = seat.participant)
  GROUP BY open.id
), sent AS (
  SELECT about.value_id AS id, count(*) AS reminders
  FROM message_sent__about AS about JOIN message_sent USING (entry)
  WHERE about.value_register = 'round' AND message_sent.what = 'reminder'
  GROUP BY about.value_id
)
SELECT 'signOff' AS sort, open.entry, NULL AS other, 'round' AS register, open.id,
       open.version AS what,
       coalesce(seats.answered || ' of ' || seats.asked || ' have answered; ', '')
         || 'reminders: ' || coalesce(sent.reminders, 0) || ' sent'
         || coalesce(', ' || open.reminders_planned || ' planned', '') AS note,
       open."by" AS "to", seats.silent AS "by", open.closes AS due, NULL AS base,
       NULL AS within_days, open.initiative, open.stage, NULL AS pauses
FROM open LEFT JOIN seats ON seats.id = open.id LEFT JOIN sent ON sent.id = open.id
WHERE seats.id IS NULL OR seats.silent IS NOT NULL
UNION ALL
SELECT 'closeRound', open.entry, NULL, 'round', open.id, open.version, 'everybody has answered',
       NULL, open."by", open.closes, NULL, NULL, open.initiative, open.stage, NULL
FROM open JOIN seats ON seats.id = open.id WHERE seats.silent IS NULL

-- :papers
-- Meetings to come whose papers have not gone out. How long before is what was promised for this
-- meeting, else the standard in force (clause PR-01, parameter n), else the day itself.
WITH days AS (
  SELECT value FROM (
    SELECT clause.entry, given.value FROM clause_adopted AS clause
    JOIN clause_adopted__parameters AS given USING (entry)
    WHERE clause.id LIKE '%PR-01' AND given.name = 'n'
    UNION ALL
    SELECT entry, change_parameter_value FROM standard_changed
    WHERE clause LIKE '%PR-01' AND change_parameter_name = 'n')
  ORDER BY entry DESC LIMIT 1
), gone AS (
  SELECT about.value_id AS id FROM message_sent__about AS about
  JOIN message_sent AS sent USING (entry)
  WHERE about.value_register = 'meeting' AND sent.what = 'papers'
)
SELECT 'papers' AS sort, meeting.entry, promise.entry AS other, 'meeting' AS register, meeting.id,
       meeting.title AS what,
       iif(promise.entry IS NULL, NULL, 'as promised in ' || promise.id) AS note,
       meeting.invited AS "to", coalesce(promise."by", meeting.called_by) AS "by",
       coalesce(promise.due,
                iif(meeting."start" IS NULL, NULL, (SELECT value FROM days)
                    || ' days before meeting:' || meeting.id), meeting."start") AS due,
       NULL AS base, NULL AS within_days, meeting.initiative, meeting.stage, NULL AS pauses
FROM meeting_scheduled AS meeting
LEFT JOIN promise_made AS promise
  ON promise.entry = (SELECT max(p.entry) FROM promise_made AS p
                      WHERE p.due_anchor = 'meeting:' || meeting.id AND p.due_precision = 'before'
                        AND p.what LIKE '%paper%')
WHERE meeting.papers_required = 'yes' AND meeting.id NOT IN (SELECT id FROM gone)
  AND meeting.id NOT IN (SELECT meeting FROM meeting_held WHERE meeting IS NOT NULL)
  AND meeting.id NOT IN (SELECT meeting FROM meeting_cancelled)

-- :reviews
-- When to look again, unless somebody has.
SELECT 'review' AS sort, held.entry, NULL AS other, 'review' AS register, held.id,
       coalesce(held.review_kind, 'review') AS what,
       (SELECT 'of ' || group_concat(about.value, ', ') FROM review_held__of AS about
        WHERE about.entry = held.entry) AS note,
       held."with" AS "to", held.called_by AS "by", held.next AS due, NULL AS base,
       NULL AS within_days, held.initiative, held.stage, NULL AS pauses
FROM review_held AS held
WHERE held.next IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM review_held AS later
  WHERE later.entry > held.entry AND later.review_kind IS held.review_kind
    AND coalesce((SELECT group_concat(value) FROM review_held__of WHERE entry = later.entry), '')
      = coalesce((SELECT group_concat(value) FROM review_held__of WHERE entry = held.entry), ''))
UNION ALL
SELECT 'tried', tried.entry, NULL, 'experiment', tried.id, tried.what, NULL, NULL, tried."by",
       tried."until", NULL, NULL, tried.initiative, tried.stage, NULL
FROM experiment_started AS tried
WHERE tried.id NOT IN (SELECT experiment FROM experiment_ended)

-- :rights
-- Consent asked for, erasure asked for, waivers waiting, and what was still owed at the end.
WITH replied AS (
  -- One entry may speak for a whole room.
  SELECT asked, participant FROM consent_answered WHERE asked IS NOT NULL
), silent AS (
  SELECT asked.entry, group_concat(who.id, ', ') AS people
  FROM consent_asked AS asked JOIN consent_asked__asked_of AS who USING (entry)
  WHERE who.register = 'participant'
    AND NOT EXISTS (SELECT 1 FROM replied
                    WHERE replied.asked = 'entry:' || asked.statement_id
                      AND (replied.participant IS NULL OR replied.participant = who.id))
  GROUP BY asked.entry
)
SELECT 'consent' AS sort, asked.entry, NULL AS other, NULL AS register, NULL AS id,
       coalesce(asked.wording, (SELECT group_concat(value, ', ') FROM consent_asked__scopes AS s
                                WHERE s.entry = asked.entry)) AS what, NULL AS note,
       asked.asked_by AS "to", coalesce(silent.people, asked.asked_of) AS "by",
       asked.answer_by AS due, NULL AS base, NULL AS within_days, asked.initiative, asked.stage,
       NULL AS pauses
FROM consent_asked AS asked LEFT JOIN silent ON silent.entry = asked.entry
WHERE silent.entry IS NOT NULL
   OR 'entry:' || asked.statement_id NOT IN (SELECT asked FROM replied)
UNION ALL
SELECT 'erasure', asked.entry, NULL, NULL, NULL, asked.legal_basis, NULL, asked.participant, NULL,
       asked.due, NULL, NULL, asked.initiative, asked.stage, NULL
FROM erasure_requested AS asked
WHERE 'entry:' || asked.statement_id NOT IN (SELECT requested FROM erasure_done)
UNION ALL
SELECT 'waiver', asked.entry, NULL, 'waiver', asked.id, asked.reason, 'of clause ' || asked.clause,
       asked.requested_by, NULL, asked."from", NULL, NULL,
       coalesce(asked.about, asked.initiative), asked.stage, NULL
FROM waiver_requested AS asked WHERE asked.id NOT IN (SELECT waiver FROM waiver_settled)
UNION ALL
SELECT 'stillOwed', closed.entry, NULL, 'initiative', closed.about, closed.still_owed_in_words,
       NULL, NULL, closed.records_kept_by, NULL, NULL, NULL, closed.about, closed.stage, NULL
FROM initiative_closed AS closed WHERE closed.still_owed_in_words IS NOT NULL
UNION ALL
SELECT 'support', offered.entry, NULL, NULL, NULL, offered.to_everyone_support_kind, NULL,
       coalesce(offered.to_everyone_whom, 'words: everyone at ' || offered.to_everyone_meeting),
       offered."by",
       iif(offered.to_everyone_meeting IS NULL, NULL,
           'after meeting:' || offered.to_everyone_meeting), NULL, NULL, offered.initiative,
       offered.stage, NULL
FROM support_offered AS offered
WHERE offered.to_everyone_support_kind IN ('checkIn', 'debrief')
  AND 'entry:' || offered.statement_id NOT IN (
    SELECT offered FROM support_given WHERE offered IS NOT NULL)

-- :credits
-- Works that have been put to sign-off or are final, and are not out yet: who had a part in them
-- and has not chosen how to be named.
WITH soon AS (
  SELECT version_work AS work, min(entry) AS entry FROM (
    SELECT version_work, entry FROM sign_off_opened
    UNION ALL SELECT work, entry FROM version_made WHERE standing = 'final')
  GROUP BY version_work
), part AS (
  SELECT opened.version_work AS work, seat.participant FROM sign_off_opened AS opened
  JOIN sign_off_opened__eligible AS seat ON seat.entry = opened.entry
  UNION
  SELECT work, participant FROM contribution_declared
)
SELECT 'credit' AS sort, soon.entry, NULL AS other, 'work' AS register, soon.work AS id,
       work.title AS what, NULL AS note, NULL AS "to", group_concat(part.participant, ', ') AS "by",
       NULL AS due, NULL AS base, NULL AS within_days, work.initiative, work.stage, NULL AS pauses
FROM soon JOIN part ON part.work = soon.work LEFT JOIN work_opened AS work ON work.id = soon.work
WHERE soon.work NOT IN (SELECT coalesce(version_work, work) FROM work_published
                        WHERE coalesce(version_work, work) IS NOT NULL)
  AND (part.participant, soon.work) NOT IN (
    SELECT participant, covers_work FROM credit_chosen WHERE covers_work IS NOT NULL)
  AND part.participant NOT IN (SELECT participant FROM credit_chosen WHERE covers = 'everything')
GROUP BY soon.work

-- :pauses
-- Pauses that are not over.
SELECT pause.entry, pause."of", pause.of_register, pause.of_id, pause.participant, pause."until"
FROM pause_started AS pause
WHERE NOT EXISTS (SELECT 1 FROM pause_ended AS ended
                  WHERE ended.entry > pause.entry AND ended."of" IS pause."of"
                    AND ended.participant IS pause.participant)

-- :stages
SELECT id, about FROM stage_opened WHERE about IS NOT NULL

-- :anchor_meeting
-- When a meeting was held, else when it is to begin; and where it was moved to.
SELECT held.occurred_at AS held, scheduled."start" AS planned, cancelled.moved_to
FROM (SELECT :id AS id) AS asked
LEFT JOIN meeting_scheduled AS scheduled ON scheduled.id = asked.id
LEFT JOIN meeting_cancelled AS cancelled ON cancelled.meeting = asked.id
LEFT JOIN meeting_held AS held ON held.id = asked.id OR held.meeting = asked.id
LIMIT 1

-- :anchor_record
SELECT entry.occurred_at AS held FROM mention JOIN entry USING (entry)
WHERE mention.register = :register AND mention.id = :id AND mention.registers = 1
ORDER BY entry LIMIT 1

-- :anchor_entry
SELECT occurred_at AS held FROM entry WHERE statement_id = :id ORDER BY entry LIMIT 1

-- :time_zone
SELECT time_zone FROM ledger_opened ORDER BY entry LIMIT 1
