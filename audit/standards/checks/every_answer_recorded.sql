-- every_answer_recorded
-- Each person's answer, or silence after reminders, is recorded.
-- Needs: signOffOpened, signOffGiven, signOffClosed, messageSent
-- Rule: Everybody who may sign in a round has an answer on record, or the round was closed, it
--   says how many gave no reply, and r or more reminders about it were sent to them before. It is
--   not due while the round is open. Silence is never agreement: a close that counts it so is not
--   admitted.
-- Parameter r: reminders before silence is recorded; messages; 2
-- Nothing: notApplicable; No sign-off round is on record.
WITH closing AS MATERIALIZED (
  SELECT closed.round, max(closed.entry) AS entry, closed.reminders, closed.reminders_min,
         last_day(coalesce(nullif(closed.closed, 'unknown'), closed_on.date)) AS day,
         closed.no_reply IS NOT NULL
           OR EXISTS (SELECT 1 FROM sign_off_closed__tally AS tally
                      WHERE tally.entry = closed.entry AND tally.no_reply IS NOT NULL)
           AS silence_told
  FROM sign_off_closed AS closed JOIN entry_date AS closed_on ON closed_on.entry = closed.entry
  GROUP BY closed.round
), answer AS MATERIALIZED (
  SELECT round, participant, answer, max(entry) AS entry FROM sign_off_given
  WHERE participant IS NOT NULL GROUP BY round, participant
), reminder AS MATERIALIZED (
  SELECT about.value_id AS round, message.participant, message.entry, first_day(sent_on.date) AS day
  FROM message_person AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND about.value_register = 'round'
  JOIN entry_date AS sent_on ON sent_on.entry = message.entry
  WHERE message.what = 'reminder'
), reminded AS MATERIALIZED (
  SELECT reminder.round, reminder.participant, count(*) AS times,
         group_concat(reminder.entry) AS entries
  FROM reminder LEFT JOIN closing ON closing.round = reminder.round
  WHERE coalesce(reminder.day <= closing.day, 1)
  GROUP BY reminder.round, reminder.participant
), round AS MATERIALIZED (
  SELECT opened.id, opened.entry, opened.initiative, first_day(opened_on.date) AS day,
         last_day(opened.closes) AS ends, closing.entry AS closing_entry, closing.reminders,
         closing.reminders_min, closing.silence_told
  FROM sign_off_opened AS opened
  JOIN entry_date AS opened_on ON opened_on.entry = opened.entry
  LEFT JOIN closing ON closing.round = opened.id
), judged AS (
  SELECT round.*, seat.participant, answer.entry AS answer_entry, answer.answer,
         coalesce(reminded.times, 0) AS times, reminded.entries AS reminders_sent,
         CASE WHEN seat.participant IS NULL THEN 'nobody'
              WHEN answer.answer IS NOT NULL THEN 'answered'
              WHEN answer.entry IS NOT NULL THEN 'unclear'
              WHEN round.closing_entry IS NULL THEN iif(round.ends < :today, 'notClosed', 'notDue')
              WHEN coalesce(reminded.times, 0) < :r
                THEN iif(round.reminders_min >= :r, 'toWhom', 'tooFew')
              WHEN round.silence_told THEN 'silent'
              ELSE 'notTold' END AS result
  FROM round
  LEFT JOIN sign_off_opened__eligible AS seat ON seat.entry = round.entry
  LEFT JOIN answer ON answer.round = round.id AND answer.participant = seat.participant
  LEFT JOIN reminded ON reminded.round = round.id AND reminded.participant = seat.participant
)
SELECT CASE WHEN result IN ('answered', 'silent') THEN 'pass' WHEN result = 'notDue' THEN 'notDue'
            WHEN result = 'tooFew' THEN 'fail' ELSE 'unknown' END AS verdict,
       'round:' || id AS about, participant AS person, initiative, day,
       CASE result
         WHEN 'nobody' THEN format('Who may sign in round %s is not recorded.', id)
         WHEN 'answered' THEN format('%s answered in round %s.', participant, id)
         WHEN 'unclear' THEN
           format('%s answered in round %s; what the answer is, is not recorded.', participant, id)
         WHEN 'notDue' THEN
           format('%s has not answered in round %s, which is open.', participant, id)
         WHEN 'notClosed' THEN
           format('%s did not answer in round %s until %s, and no close of it is on record.',
                  participant, id, day_text(ends))
         WHEN 'toWhom' THEN
           format('%s did not answer in round %s; %s told of, and %d to them on '
                  || 'record.',
                  participant, id, count_text(reminders, 'reminder is', 'reminders are'), times)
         WHEN 'notTold' THEN
           format('%s did not answer in round %s after %s; how many gave no reply is not '
                  || 'recorded.', participant, id, count_text(times, 'reminder', 'reminders'))
         ELSE format('%s did not answer in round %s; %d reminder%s to them %s on record, and %s %s '
                     || 'promised.', participant, id, times, iif(times = 1, '', 's'),
                     iif(times = 1, 'is', 'are'), :r, iif(:r = 1, 'was', 'were'))
       END AS says,
       entry || coalesce(',' || answer_entry, '')
         || iif(answer_entry IS NULL, coalesce(',' || closing_entry, ''), '')
         || iif(answer_entry IS NULL, coalesce(',' || reminders_sent, ''), '') AS entries,
       CASE result WHEN 'nobody' THEN 'signOffOpened' WHEN 'unclear' THEN 'signOffGiven'
                   WHEN 'toWhom' THEN 'messageSent' ELSE 'signOffClosed' END AS missing
FROM judged
