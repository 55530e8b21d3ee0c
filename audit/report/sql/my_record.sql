-- All that is held on one participant (:id). Columns as in column_words.h.

-- :who
SELECT joined.entry, 'On the register as ' || joined.id AS head,
       person.expertise AS "Expertise:word", joined."from" AS "Since:when",
       coalesce('organisation:' || person.organisation, NULL) AS "Organisation:who",
       person.pay_region AS "Pay region", person.paid_by AS "Paid by:word",
       person.found AS "Found by:word", NULL AS "What you left:record", NULL AS "From:when"
FROM participant_joined AS joined
JOIN participant_current AS person ON person.participant = joined.id
WHERE joined.id = :id
UNION ALL
SELECT entry, 'Changed', NULL, "from", 'organisation:' || organisation, pay_region, paid_by, found,
       NULL, NULL
FROM participant_changed WHERE participant = :id
UNION ALL
SELECT entry, 'Left', NULL, NULL, NULL, NULL, NULL, NULL,
       coalesce(about, leaving, 'not recorded'), "from"
FROM participant_left WHERE participant = :id

-- :roles
SELECT entry, role AS "head:word", in_other_words AS "Called",
       within_register || ':' || within_id AS "In:record", standing AS "Standing:word",
       reply AS "Your reply:word", since AS "Since:when", until_said AS "Until:when",
       ended_entry AS other
FROM role_holding WHERE register = 'participant' AND id = :id ORDER BY entry

-- :positions
SELECT position.entry, position.stance AS "head:word",
       coalesce('decision:' || position.decision, 'matter:' || position.matter) AS "On:record",
       position."option" AS "Option", iif(position.reason_state = 'public', position.reason, NULL)
         AS "Reason",
       position.on_behalf_of_basis AS "Recorded for you, because of:word"
FROM position_recorded AS position WHERE position.participant = :id ORDER BY position.entry

-- :sign_offs
SELECT entry, version AS head, answer AS "Your answer:word", iif(late, 'yes', NULL) AS "Late",
       round AS "Round"
FROM sign_off_roll WHERE participant = :id
UNION ALL
-- Told of a group as one is not signed by each of its members.
SELECT entry, version || ', told of group ' || group_id || ' as one: not your own signature',
       answer, NULL, round
FROM sign_off_roll
WHERE form = 'collective'
  AND group_id IN (SELECT group_id FROM group_membership WHERE participant = :id)
UNION ALL
SELECT round_entry, version, 'no answer on record', NULL, round
FROM sign_off_seat WHERE participant = :id AND answer_entry IS NULL
UNION ALL
SELECT entry, coalesce(agreement, standard), answer, NULL, NULL
FROM agreement_signed WHERE participant = :id
ORDER BY 1

-- :decisions
WITH mine AS (
  SELECT group_id FROM group_membership WHERE participant = :id
)
SELECT decision.entry, 'decision ' || decision.id || ': '
         || coalesce(decision.outcome, decision.question, 'not recorded') AS head,
       party.part AS "Part:word", party.role AS "Role",
       iif(party.register = 'group', party.id, NULL) AS "As one of group"
FROM decision_party AS party JOIN decision_made AS decision USING (entry)
WHERE party.register = 'participant' AND party.id = :id
   OR party.register = 'group' AND party.id IN mine
ORDER BY decision.entry

-- :meetings
SELECT came.entry, came.entries || coalesce(',' || came.nobody_entry, '') AS other,
       'meeting ' || came.meeting || coalesce(': ' || list.title, '')
         || iif(came.register = 'participant', '', '; told of group ' || came.id
                || ' as one, so whether you were there is not recorded') AS head,
       iif(came.register = 'participant', came.parts, NULL) AS "Part:word",
       coalesce(list.held_at, list.planned_start) AS "When:when",
       'you are recorded as present in entry ' || replace(came.entries, ',', ' and entry ')
         || '; entry ' || came.nobody_entry || ' says that nobody came' AS "The records disagree"
FROM attendance_person AS came LEFT JOIN meeting_list AS list ON list.meeting = came.meeting
WHERE came.register = 'participant' AND came.id = :id
   OR came.register = 'group'
      AND came.id IN (SELECT group_id FROM group_membership WHERE participant = :id)
ORDER BY came.entry

-- :promises
-- To this person, or to a group that they are in.
SELECT state.entry, state.state_entry AS other, state.promise || ': ' || state.what AS head,
       state."by" AS "By:who", state."to" AS "To:who", state.due AS "Due:when",
       state.state AS "State:word", state.state_reason AS "Reason"
FROM promise_state AS state
WHERE state.entry IN (
  SELECT entry FROM promise_made__to
  WHERE register = 'participant' AND id = :id
     OR register = 'group' AND id IN (SELECT group_id FROM group_membership
                                      WHERE participant = :id))
ORDER BY state.entry

-- :given
-- What this person promised or is to do.
SELECT state.entry, state.state_entry AS other, state.promise || ': ' || state.what AS head,
       state.due AS "Due:when", state.state AS "State:word"
FROM promise_state AS state
WHERE state.entry IN (SELECT entry FROM promise_made__by
                      WHERE register = 'participant' AND id = :id)
UNION ALL
SELECT state.entry, state.state_entry, state.action || ': ' || state.what, state.due, state.state
FROM action_state AS state
WHERE state.entry IN (SELECT entry FROM action_opened__to
                      WHERE register = 'participant' AND id = :id)
   OR state.action IN (SELECT updated.action FROM action_updated AS updated
                       JOIN action_updated__handed_to USING (entry)
                       WHERE register = 'participant' AND id = :id)
ORDER BY 1

-- :rates
-- Offered to this person or one of their groups, or set for them.
WITH mine AS (
  SELECT 'participant' AS register, :id AS id
  UNION ALL SELECT 'group', group_id FROM group_membership WHERE participant = :id
)
SELECT offer.entry, 'Offered' AS head, coalesce(rate.amount, offer.reward) AS "How much",
       rate.basis AS "For each:word", offer.when_paid AS "When paid", rate.id AS "Rate"
FROM payment_offered AS offer LEFT JOIN rate_set AS rate ON rate.id = offer.rate
WHERE offer.entry IN (SELECT entry FROM payment_offered__to
                      WHERE (register, id) IN (SELECT register, id FROM mine))
UNION ALL
SELECT rate.entry, 'Set', rate.amount, rate.basis, rate.why_nobody, rate.id
FROM rate_set AS rate
WHERE rate.entry IN (SELECT entry FROM rate_set__for_whom
                     WHERE (register, id) IN (SELECT register, id FROM mine))
UNION ALL
SELECT rate.entry, 'Set, in words that name nobody; whether it holds for you is not recorded',
       rate.amount, rate.basis, NULL, rate.id
FROM rate_set AS rate
WHERE rate.entry NOT IN (SELECT entry FROM rate_set__for_whom WHERE register IS NOT NULL)
ORDER BY 1

-- :pay
SELECT entry, 'Time ' || id AS head, activity AS "What:word", occurred_at AS "When:when",
       meeting AS "Meeting", NULL AS "Answer:word"
FROM time_logged WHERE participant = :id
UNION ALL
SELECT claim.entry, 'Claim ' || claim.id, claim.what, claim.occurred_at, NULL,
       (SELECT answer.reply FROM claim_answered AS answer WHERE answer.claim = claim.id
        ORDER BY answer.entry DESC LIMIT 1)
FROM claim_made AS claim WHERE claim.participant = :id
UNION ALL
SELECT paid.entry, 'Payment ' || paid.id, paid.payment_kind, paid.occurred_at, NULL,
       (SELECT told.arrival FROM payment_confirmed AS told
        WHERE told.payment = paid.id AND told.participant = :id ORDER BY told.entry DESC LIMIT 1)
FROM payment_made AS paid WHERE paid.participant = :id
UNION ALL
SELECT entry, 'Form of payment chosen', NULL, coalesce("from", occurred_at), NULL, NULL
FROM payment_form_chosen WHERE participant = :id
ORDER BY 1

-- :credits
SELECT declared.entry, 'Contribution to ' || declared.work AS head,
       (SELECT group_concat(role || coalesce(' (' || degree || ')', ''), ', ')
        FROM contribution_declared__credit_roles AS r WHERE r.entry = declared.entry)
         AS "Roles", NULL AS "Form:word", NULL AS "Where:word"
FROM contribution_declared AS declared WHERE declared.participant = :id
UNION ALL
SELECT entry, 'Your choice for ' || coalesce(covers_work, 'all works'), NULL, form, NULL
FROM credit_chosen WHERE participant = :id
UNION ALL
SELECT entry, 'Credited in ' || coalesce(version, 'a work'), roles, form, section
FROM credit_roll WHERE register = 'participant' AND id = :id
ORDER BY 1

-- :consents
SELECT answered.entry,
       (SELECT group_concat(value, ', ') FROM consent_answered__scopes AS s
        WHERE s.entry = answered.entry) AS "head:word",
       answered.reply AS "Your answer:word",
       coalesce((SELECT group_concat(value, ', ') FROM consent_answered__covers_these AS c
                 WHERE c.entry = answered.entry), answered.covers) AS "For:record",
       answered."until" AS "Until:when"
FROM consent_answered AS answered WHERE answered.participant = :id
UNION ALL
SELECT entry, 'Erasure asked for', NULL, NULL, due FROM erasure_requested WHERE participant = :id
UNION ALL
SELECT entry, 'Erasure done', NULL, NULL, NULL FROM erasure_done WHERE participant = :id
ORDER BY 1

-- :support
WITH mine AS (
  SELECT group_id FROM group_membership WHERE participant = :id
)
SELECT entry, 'Offered to you' AS head, NULL AS "What:word", "by" AS "By:who"
FROM support_offered WHERE to_one_person_participant = :id
UNION ALL
SELECT offered.entry, 'Offered to everyone in ' || whom.id, offered.to_everyone_support_kind,
       offered."by"
FROM support_offered AS offered JOIN support_offered__to_everyone_whom AS whom USING (entry)
WHERE whom.register = 'group' AND whom.id IN mine
UNION ALL
SELECT entry, 'Given to you', NULL, "by" FROM support_given WHERE to_one_person_participant = :id
UNION ALL
SELECT entry, 'What you need to take part', NULL, NULL FROM needs_recorded WHERE participant = :id
UNION ALL
SELECT entry, 'An interest you declared', interest_kind, NULL
FROM interest_declared WHERE participant = :id
ORDER BY 1

-- :messages
WITH mine AS (
  SELECT 'participant' AS register, :id AS id
  UNION ALL SELECT 'group', group_id FROM group_membership WHERE participant = :id
), sent AS (
  SELECT entry FROM message_sent__to WHERE (register, id) IN (SELECT register, id FROM mine)
  UNION SELECT entry FROM message_sent__recipients WHERE participant = :id
)
SELECT message.entry, message.id || ', ' || message.what AS "head:word",
       message.summary AS "It says",
       message."to" AS "To:who", message.occurred_at AS "Sent:when",
       coalesce((SELECT r.arrived FROM message_sent__recipients AS r
                 WHERE r.entry = message.entry AND r.participant = :id),
                (SELECT d.arrived FROM delivery_reported AS d
                 WHERE d.message = message.id AND d.participant = :id),
                message.arrived, 'not recorded') AS "Arrived:when"
FROM sent JOIN message_sent AS message USING (entry)
ORDER BY message.entry

-- :on_behalf
SELECT entry.entry, entry.kind AS "head:word", told.words AS "It says",
       entry.author AS "Written down by:who", entry.on_behalf_of_basis AS "How they know:word"
FROM entry JOIN entry_words AS told ON told.entry = entry.entry
WHERE entry.on_behalf_of = :id ORDER BY entry.entry

-- :contests
-- What this person spoke against or disputed, each followed by what was answered to it.
WITH mine AS (
  SELECT * FROM dissent_list WHERE participant = :id
), answer AS (
  SELECT DISTINCT given.entry AS of_entry, given.answer_entry, given.standing, given.outcome,
         given."by", iif(given.text_state = 'public', given.text, NULL) AS text
  FROM mine JOIN dissent_answer AS given ON given.entry = mine.entry
), line AS (
  SELECT mine.entry AS sort, 0 AS nth, mine.entry, mine.against_entry AS other,
         iif(mine.form = 'dispute',
             'You disputed entry ' || mine.against_entry || ', '
               || coalesce(against.register || ':' || against.id, against.kind),
             coalesce(against.register || ':' || against.id, mine.about)) AS head,
         iif(mine.form = 'dispute', against.summary, NULL) AS disputed,
         iif(mine.form = 'dispute', NULL, mine.answer) AS answer,
         iif(mine.text_state = 'public', mine.text, NULL) AS words,
         NULL AS "by", NULL AS standing, NULL AS outcome, NULL AS text
  FROM mine LEFT JOIN entry AS against ON against.entry = mine.against_entry
  UNION ALL
  SELECT of_entry, 1, answer_entry, NULL,
         'Answer in entry ' || answer_entry || ' to what you said in entry ' || of_entry,
         NULL, NULL, NULL, "by", standing, outcome, text
  FROM answer
  UNION ALL
  SELECT entry, 1, entry, NULL,
         'No answer to it is on record' || iif(wants_answer, '', ', and none is owed'),
         NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM mine WHERE entry NOT IN (SELECT of_entry FROM answer)
)
SELECT entry, other, head AS "head:record", disputed AS "What it says",
       answer AS "Your answer:word",
       words AS "Your words", "by" AS "By:who", standing AS "As:word", outcome AS "Outcome:word",
       text AS "It says"
FROM line ORDER BY sort, nth, entry

-- :own_private_disputes
SELECT entry, of_entry FROM dispute_list
WHERE participant = :id AND what_is_wrong_state = 'sealed'

-- :mentions
-- Everything that names this person, for what no other part of the page shows.
SELECT DISTINCT mention.entry, entry.kind AS "head:word", told.words AS "It says",
       entry.author AS "Written down by:who"
FROM mention JOIN entry USING (entry) JOIN entry_words AS told ON told.entry = entry.entry
WHERE mention.register = 'participant' AND mention.id = :id
ORDER BY mention.entry

-- :group_inputs
-- What was said by a group that this person is in, as one.
SELECT said.entry, said.id || ': ' || coalesce(said.text, 'in words that stay private') AS head,
       said."from" AS "Said by:who"
FROM input_statement AS said JOIN input_received__from AS giver USING (entry)
WHERE giver.register = 'group'
  AND giver.id IN (SELECT group_id FROM group_membership WHERE participant = :id)
ORDER BY said.entry

-- :groups
SELECT DISTINCT group_id FROM group_membership WHERE participant = :id

-- :inputs
-- What this person said, alone or as one of several.
SELECT entry FROM input_received WHERE participant = :id
UNION SELECT entry FROM input_received__from WHERE register = 'participant' AND id = :id

-- :sealed
-- What is sealed about this person in the entries on the page: of kinds that are about one person,
-- their own line of a message, and answers to them alone, so that nobody else's details are among
-- it.
SELECT sealed.of_entry, sealed.entry, sealed.field
FROM json_each(:entries) AS asked JOIN sealed_field AS sealed ON sealed.of_entry = asked.value
JOIN entry ON entry.entry = sealed.of_entry
WHERE entry.kind IN (
    'participantJoined', 'participantChanged', 'participantLeft', 'needsRecorded',
    'interestDeclared', 'timeLogged', 'claimMade', 'claimAnswered', 'paymentMade',
    'paymentConfirmed', 'paymentFormChosen', 'positionRecorded', 'signOffGiven', 'inputReceived',
    'inputRevised', 'consentAnswered', 'creditChosen', 'contributionDeclared', 'responseJudged',
    'entryDisputed', 'agreementSigned', 'supportOffered', 'supportGiven', 'pauseStarted',
    'pauseEnded', 'deliveryReported')
  AND EXISTS (SELECT 1 FROM mention AS named
              WHERE named.entry = sealed.of_entry AND named.register = 'participant'
                AND named.id = :id
                AND (named.field LIKE '%participant' OR named.field LIKE '%id'))
   OR entry.kind = 'messageSent' AND EXISTS (
    SELECT 1 FROM message_sent__recipients AS mine
    WHERE mine.entry = sealed.of_entry AND mine.participant = :id
      AND sealed.field LIKE 'recipients[' || mine.nth || '].%')
   OR entry.kind = 'answerGiven'
      AND EXISTS (SELECT 1 FROM dissent_answer AS answer
                  WHERE answer.answer_entry = sealed.of_entry)
      AND NOT EXISTS (SELECT 1 FROM dissent_answer AS answer
                      JOIN dissent_list AS said ON said.entry = answer.entry
                      WHERE answer.answer_entry = sealed.of_entry
                        AND said.participant IS NOT :id)
      AND NOT EXISTS (SELECT 1 FROM answer_given__to AS other
                      WHERE other.entry = sealed.of_entry AND other.value NOT IN (
                        SELECT to_what FROM dissent_answer AS answer
                        WHERE answer.answer_entry = sealed.of_entry))
ORDER BY sealed.of_entry, sealed.entry, sealed.path

-- :disclosures
-- Sealed values that were opened for somebody; is_named where the note names this person and the
-- entry that held the value does, too.
SELECT made.entry, held.entry AS of, value.field, made.to_whom, made.purpose,
       strftime('%Y-%m-%d', told.recorded_at, 'unixepoch') AS day,
       EXISTS (SELECT 1 FROM disclosure_made__about_whom AS whom
               WHERE whom.entry = made.entry AND whom.value = :id)
       AND EXISTS (SELECT 1 FROM mention AS named
                   WHERE named.entry = held.entry AND named.register = 'participant'
                     AND named.id = :id) AS is_named
FROM disclosure_made AS made
JOIN entry AS told ON told.entry = made.entry
JOIN disclosure_made__disclosed AS value ON value.entry = made.entry
JOIN entry AS held ON held.statement_id = value.of_id
ORDER BY made.entry, value.nth

-- :all_sealed
-- Everything that is sealed, and what may be kept there under whoever's key.
SELECT sealed.entry, sealed.field, entry.kind
FROM sealed_field AS sealed JOIN entry USING (entry)
ORDER BY sealed.entry, sealed.path
