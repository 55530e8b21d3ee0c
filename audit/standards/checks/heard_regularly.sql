-- heard_regularly
-- People hear something regularly, even when nothing changed.
-- Needs: initiativeOpened, initiativeClosed, participantJoined, participantLeft, messageSent,
--   deliveryReported
-- Rule: From the day somebody first took part in an initiative until it closes, never more than
--   n days pass without a message in it that arrived: how it is going, that nothing has changed,
--   or that people share more or less in the power. Whoever left still hears, unless they may not
--   be contacted or nobody says so. A message that may have arrived, and nobody says when, leaves
--   open what it could have shortened.
-- Parameter n: longest silence; calendar days; 60
-- Nothing: notApplicable; Nobody took part in an initiative, as far as the record says.
WITH person AS MATERIALIZED (
  SELECT part.initiative, part.participant, part.entry, part.left_entry, opened.closed_entry,
         first_day(coalesce(nullif(joined."from", 'unknown'), began.date)) AS from_day,
         min(:today, coalesce(first_day(closed.date), :today),
             iif(part.may_be_contacted = 'yes', :today, coalesce(first_day(gone.date), :today)))
           AS to_day
  FROM initiative_person AS part
  JOIN initiative_list AS opened ON opened.initiative = part.initiative
  JOIN entry_date AS began ON began.entry = part.entry
  LEFT JOIN participant_joined AS joined ON joined.entry = part.entry
  LEFT JOIN entry_date AS closed ON closed.entry = opened.closed_entry
  LEFT JOIN entry_date AS gone ON gone.entry = part.left_entry
), message AS MATERIALIZED (
  SELECT sent.initiative, sent.participant, sent.entry, sent.arrival_entry,
         last_day(sent.arrived) AS arrived,
         coalesce(last_day(sent.arrived), first_day(happened.date)) AS perhaps
  FROM message_person AS sent JOIN entry_date AS happened ON happened.entry = sent.entry
  WHERE sent.what IN ('progress', 'noChange', 'levelChanged')
), heard AS (
  -- 1: surely by that day; 0: perhaps; the first and the last day are marks of their own.
  SELECT initiative, participant, from_day AS day, 1 AS surely, entry AS entries FROM person
  WHERE from_day IS NOT NULL
  UNION ALL
  SELECT initiative, participant, to_day, 1, NULL FROM person WHERE from_day IS NOT NULL
  UNION ALL
  SELECT message.initiative, message.participant, coalesce(message.arrived, message.perhaps),
         message.arrived IS NOT NULL, message.entry || ',' || message.arrival_entry
  FROM message
  JOIN person ON person.initiative = message.initiative
             AND person.participant = message.participant
  WHERE coalesce(message.arrived, message.perhaps) > person.from_day
    AND coalesce(message.arrived, message.perhaps) < person.to_day
), sure_gap AS (
  SELECT initiative, participant, day, entries,
         lag(day) OVER (PARTITION BY initiative, participant ORDER BY day) AS before
  FROM heard WHERE surely
), sure AS MATERIALIZED (
  SELECT initiative, participant, max(day - before) AS days, before AS from_day, day AS to_day
  FROM sure_gap WHERE before IS NOT NULL GROUP BY initiative, participant
), perhaps_gap AS (
  SELECT initiative, participant, day,
         lag(day) OVER (PARTITION BY initiative, participant ORDER BY day) AS before
  FROM heard
), perhaps AS MATERIALIZED (
  SELECT initiative, participant, max(day - before) AS days
  FROM perhaps_gap WHERE before IS NOT NULL GROUP BY initiative, participant
), rested AS MATERIALIZED (
  SELECT initiative, participant, group_concat(entries) AS entries, count(*) - 2 AS messages
  FROM heard GROUP BY initiative, participant
), judged AS (
  SELECT person.*, sure.days, sure.from_day AS gap_from, sure.to_day AS gap_to,
         perhaps.days AS least, rested.entries, rested.messages
  FROM person
  LEFT JOIN sure ON sure.initiative = person.initiative AND sure.participant = person.participant
  LEFT JOIN perhaps
    ON perhaps.initiative = person.initiative AND perhaps.participant = person.participant
  LEFT JOIN rested
    ON rested.initiative = person.initiative AND rested.participant = person.participant
)
SELECT CASE WHEN from_day IS NULL THEN 'unknown'
            WHEN days > :n THEN iif(least > :n, 'fail', 'unknown')
            WHEN messages = 0 THEN 'notDue'
            ELSE 'pass' END AS verdict,
       'initiative:' || initiative AS about, participant AS person, initiative,
       coalesce(gap_to, to_day) AS day,
       CASE WHEN from_day IS NULL THEN 'Since when this person took part is not recorded.'
            WHEN days IS NULL OR messages = 0 AND days <= :n THEN
              format('This person took part from %s; news is due within %s.',
                     day_text(from_day), count_text(:n, 'day', 'days'))
            ELSE format('From %s to %s this person heard nothing%s: %d day%s, and %s the most.',
                        day_text(gap_from), day_text(gap_to),
                        iif(least < days, ' that surely arrived', ''), days, iif(days = 1, '', 's'),
                        count_text(:n, 'is', 'are')) END AS says,
       coalesce(entries, entry) || coalesce(',' || left_entry, '')
         || coalesce(',' || closed_entry, '') AS entries,
       iif(from_day IS NULL, 'participantJoined', 'deliveryReported') AS missing
FROM judged
