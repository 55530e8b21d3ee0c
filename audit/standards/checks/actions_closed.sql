-- actions_closed
-- Actions are closed or explained.
-- Needs: actionOpened, actionUpdated
-- Rule: No later than n days after an action was due there is a word on it in the record, where
--   the group can see it: done, dropped, declined, handed on, a new date, or how it goes. A word
--   without a reason, of an action that is neither done nor declined nor handed on, is weak. Each
--   date that an action was given is looked at; one without any date is unknown until it ends.
-- Parameter n: how long an action may be late without a word; calendar days; 14
-- Nothing: notApplicable; No action is on record.
WITH deadline AS (
  SELECT action.id AS action, action.entry, action.entry AS opened_entry, action.initiative,
         nullif(action.due, 'unknown') AS due, last_day(action.due) AS due_day
  FROM action_opened AS action
  UNION ALL
  SELECT told.action, told.entry, action.entry, action.initiative, nullif(told.new_due, 'unknown'),
         last_day(told.new_due)
  FROM action_updated AS told JOIN action_opened AS action ON action.id = told.action
  WHERE told.new_due IS NOT NULL
), answered AS MATERIALIZED (
  SELECT deadline.*,
         (SELECT min(told.entry)
          FROM action_updated AS told JOIN entry_date AS happened ON happened.entry = told.entry
          WHERE told.action = deadline.action AND told.entry > deadline.entry
            AND (told.state IN ('done', 'dropped', 'declined', 'handedOn')
                 OR told.new_due IS NOT NULL OR first_day(happened.date) IS NULL
                 OR first_day(happened.date) >= deadline.due_day)) AS word_entry
  FROM deadline
), judged AS (
  SELECT answered.*, told.state, told.why, told.new_due,
         first_day(happened.date) AS told_from, last_day(happened.date) AS told_by,
         told.state IN ('done', 'declined', 'handedOn') AS ended,
         due_day + :n AS by_day
  FROM answered
  LEFT JOIN action_updated AS told ON told.entry = answered.word_entry
  LEFT JOIN entry_date AS happened ON happened.entry = answered.word_entry
)
SELECT CASE WHEN due_day IS NULL THEN iif(ended, 'pass', 'unknown')
            WHEN word_entry IS NULL THEN iif(:today > by_day, 'fail', 'notDue')
            WHEN told_from > by_day THEN 'fail'
            WHEN told_by IS NULL OR told_by > by_day THEN 'unknown'
            WHEN ended OR new_due IS NOT NULL THEN 'pass'
            WHEN length(trim(coalesce(why, ''))) < 3 THEN 'weak'
            ELSE 'pass' END AS verdict,
       'action:' || action AS about, NULL AS person, initiative, due_day AS day,
       CASE WHEN due_day IS NULL THEN
              format('When action %s is due is not recorded%s.', action,
                     iif(ended, '; it has ended', ''))
            ELSE format('Action %s was due on %s; ', action, day_text(due_day)) ||
              CASE WHEN word_entry IS NULL AND :today <= by_day THEN
                     format('a word on it is due by %s.', day_text(by_day))
                   WHEN word_entry IS NULL THEN
                     format('%s later there is no word on it, and %s the most.',
                            count_text(:today - due_day, 'day', 'days'),
                            count_text(:n, 'is', 'are'))
                   WHEN told_by IS NULL THEN 'there is a word on it, and nobody says of when.'
                   WHEN told_from > by_day THEN
                     format('the first word came on %s, %s later, and %s the most.',
                            day_text(told_from),
                            count_text(told_from - due_day, 'day', 'days'),
                            count_text(:n, 'is', 'are'))
                   ELSE format('there is a word of %s%s.', day_text(told_by),
                          iif(ended OR new_due IS NOT NULL OR length(trim(coalesce(why, ''))) >= 3,
                              '', ', with no reason')) END
       END AS says,
       opened_entry || ',' || entry || coalesce(',' || word_entry, '') AS entries,
       iif(due_day IS NULL, 'actionOpened', 'actionUpdated') AS missing
FROM judged
-- The new date is looked at instead.
WHERE NOT coalesce(new_due IS NOT NULL AND told_by <= by_day, 0)
