-- promises_followed
-- Promises are written down and followed to the end.
-- Needs: promiseMade, promiseUpdated, messageSent
-- Rule: Each promise says to whom and by when. At the latest g days after that the record says
--   what became of it: kept, with evidence; put off or changed, agreed by those it was made to;
--   carried over, and to whom or as what; or not kept, with a reason, and with a message about it.
--   Silence is no answer. Kept or carried over with nothing to show for it is weak. A promise that
--   holds for good, or waits for its condition, has no day on which it is over.
-- Parameter g: how long a promise may be late without a word; calendar days; 7
-- Nothing: notApplicable; No promise is on record.
WITH agreed AS (
  SELECT told.entry, who.register, who.id
  FROM promise_updated AS told JOIN promise_updated__agreed_by AS who USING (entry)
  WHERE told.state = 'renegotiated'
  UNION
  SELECT told.entry, 'group', member.group_id
  FROM promise_updated AS told
  JOIN promise_updated__agreed_by AS who USING (entry)
  JOIN group_membership AS member
    ON who.register = 'participant' AND member.participant = who.id
  WHERE told.state = 'renegotiated'
), unasked AS MATERIALIZED (
  SELECT told.entry, count(*) AS people
  FROM promise_updated AS told
  JOIN promise_made AS promise ON promise.id = told.promise
  JOIN promise_made__to AS whom ON whom.entry = promise.entry AND whom.id IS NOT NULL
  LEFT JOIN agreed
    ON agreed.entry = told.entry AND agreed.register = whom.register AND agreed.id = whom.id
  WHERE told.state = 'renegotiated' AND agreed.entry IS NULL
  GROUP BY told.entry
), deadline AS (
  SELECT promise.id AS promise, promise.entry, promise.entry AS made_entry, promise.initiative,
         promise."to" AS whom, last_day(promise.due) AS due_day, promise.standing,
         promise.condition IS NOT NULL OR promise.gate_of IS NOT NULL AS is_conditional
  FROM promise_made AS promise
  UNION ALL
  SELECT told.promise, told.entry, promise.entry, promise.initiative, promise."to",
         last_day(told.new_due), promise.standing,
         promise.condition IS NOT NULL OR promise.gate_of IS NOT NULL
  FROM promise_updated AS told JOIN promise_made AS promise ON promise.id = told.promise
  WHERE told.new_due IS NOT NULL
), answered AS MATERIALIZED (
  SELECT deadline.*,
         (SELECT min(told.entry) FROM promise_updated AS told
          WHERE told.promise = deadline.promise AND told.entry > deadline.entry
            AND told.state IN ('kept', 'partlyKept', 'broken', 'renegotiated', 'withdrawn',
                'lapsed',
                               'carriedOver', 'conditionNotMet')) AS word_entry
  FROM deadline
), judged AS MATERIALIZED (
  SELECT answered.*, told.state, told.reason, told.agreed_by, told.new_due, told.carried_to,
      told.carried_as,
         first_day(happened.date) AS told_from, last_day(happened.date) AS told_by,
         coalesce(unasked.people, 0) AS unasked, answered.due_day + :g AS by_day,
         coalesce(told.document <> 'not held', 0) OR told.sealed_document_state IS NOT NULL
           OR EXISTS (SELECT 1 FROM promise_updated__evidence AS shown
                      WHERE shown.entry = told.entry) AS is_shown,
         (SELECT min(about.entry) FROM message_sent__about AS about
          WHERE about.value_register = 'promise' AND about.value_id = answered.promise
            AND about.entry > answered.entry
            AND told.state NOT IN ('kept', 'renegotiated', 'carriedOver')) AS message_entry
  FROM answered
  LEFT JOIN promise_updated AS told ON told.entry = answered.word_entry
  LEFT JOIN entry_date AS happened ON happened.entry = answered.word_entry
  LEFT JOIN unasked ON unasked.entry = answered.word_entry
), ended AS (
  SELECT judged.*,
         CASE state
           WHEN 'kept' THEN iif(is_shown, 'pass', 'weak')
           WHEN 'renegotiated' THEN CASE WHEN agreed_by IS NULL THEN 'unknown'
                                         WHEN unasked > 0 THEN 'fail' ELSE 'pass' END
           WHEN 'carriedOver' THEN iif(carried_to IS NULL AND carried_as IS NULL, 'weak', 'pass')
           ELSE CASE WHEN message_entry IS NULL OR reason IS NULL THEN 'fail'
                     WHEN length(trim(reason)) < 3 THEN 'weak' ELSE 'pass' END
         END AS worth
  FROM judged
)
SELECT CASE WHEN standing = 'yes' THEN 'notApplicable'
            WHEN whom IS NULL THEN 'unknown'
            WHEN word_entry IS NULL AND due_day IS NULL THEN iif(is_conditional, 'notDue',
                'unknown')
            WHEN word_entry IS NULL THEN iif(:today > by_day, 'fail', 'notDue')
            WHEN due_day IS NULL THEN iif(worth = 'pass' AND NOT is_conditional, 'unknown', worth)
            WHEN told_from > by_day THEN 'fail'
            WHEN worth IN ('fail', 'unknown') THEN worth
            WHEN told_by IS NULL OR told_by > by_day THEN 'unknown'
            ELSE worth END AS verdict,
       'promise:' || promise AS about, NULL AS person, initiative,
       coalesce(due_day, told_by) AS day,
       CASE WHEN standing = 'yes' THEN format('Promise %s holds for good.', promise)
            WHEN whom IS NULL THEN
              format('To whom promise %s was made is not recorded.', promise)
            WHEN word_entry IS NULL AND due_day IS NULL AND is_conditional THEN
              format('Promise %s waits for its condition.', promise)
            ELSE format('Promise %s was due %s; ', promise,
                        iif(due_day IS NULL, 'on a day that is not recorded',
                            'on ' || day_text(due_day))) ||
              CASE WHEN word_entry IS NULL AND due_day IS NULL THEN
                     'what became of it is not on record.'
                   WHEN word_entry IS NULL AND :today <= by_day THEN
                     format('a word on it is due by %s.', day_text(by_day))
                   WHEN word_entry IS NULL THEN
                     format('%s later nothing says what became of it, and %s the most.',
                            count_text(:today - due_day, 'day', 'days'),
                            count_text(:g, 'is', 'are'))
                   ELSE CASE state WHEN 'kept' THEN 'it was kept'
                          WHEN 'partlyKept' THEN 'it was kept in part'
                          WHEN 'broken' THEN 'it was broken'
                          WHEN 'renegotiated' THEN 'it was put off or changed'
                          WHEN 'withdrawn' THEN 'it was withdrawn' WHEN 'lapsed' THEN 'it lapsed'
                          WHEN 'carriedOver' THEN 'it was carried over'
                          ELSE 'its condition did not come about' END ||
                     iif(told_by IS NULL, ', on a day that is not recorded',
                         ', on ' || day_text(told_by)) ||
                     iif(told_from > by_day,
                         format(', %s later; %s the most',
                                count_text(told_from - due_day, 'day', 'days'),
                                count_text(:g, 'is', 'are')), '') ||
                     CASE WHEN state = 'kept' THEN iif(is_shown, ', with evidence',
                                                       ', with no evidence')
                          WHEN state = 'renegotiated' THEN
                            CASE worth WHEN 'pass' THEN ', agreed by those it was made to'
                                       WHEN 'fail' THEN ', not agreed by all it was made to'
                                       ELSE ', and who agreed is not recorded' END
                          WHEN state = 'carriedOver' THEN
                            iif(worth = 'pass', '', ', to nobody that is named')
                          ELSE iif(reason IS NULL, ', with no reason', ', with a reason') ||
                               iif(message_entry IS NULL, ', and nobody was told',
                                   ', and a message told of it') END || '.' END
       END AS says,
       made_entry || ',' || entry || coalesce(',' || word_entry, '') ||
         coalesce(',' || message_entry, '') AS entries,
       iif(due_day IS NULL OR whom IS NULL, 'promiseMade', 'promiseUpdated') AS missing
FROM ended
-- What was put off in time is looked at on its new day.
WHERE NOT coalesce(state = 'renegotiated' AND new_due IS NOT NULL AND worth = 'pass'
                   AND told_by <= by_day, 0)
