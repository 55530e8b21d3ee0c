-- outcome_told
-- Everyone who took part is told the outcome.
-- Needs: outcomeRecorded, messageSent, deliveryReported, initiativeClosed, participantLeft,
--   waiverSettled
-- Rule: A message about the outcome arrived with everybody who had taken part in the initiative,
--   within n days of each result on record. Whoever left is told, too, unless they may not be
--   contacted. An initiative that closed while somebody was not told has failed them, unless an
--   exception was approved.
-- Parameter n: from the result to telling it; calendar days; 28
-- Nothing: notApplicable; No result is on record.
WITH result AS MATERIALIZED (
  SELECT outcome.id AS outcome, outcome.initiative, outcome.entry,
         first_day(happened.date) AS from_day, last_day(happened.date) AS to_day,
         ended.closed_entry,
         iif(first_day(closed.date) >= last_day(happened.date), first_day(closed.date), NULL)
           AS closed_on
  FROM outcome_recorded AS outcome
  JOIN entry_date AS happened ON happened.entry = outcome.entry
  LEFT JOIN initiative_list AS ended ON ended.initiative = outcome.initiative
  LEFT JOIN entry_date AS closed ON closed.entry = ended.closed_entry
  WHERE outcome.outcome_kind = 'result'
), told AS (
  -- About this result, or about none in particular.
  SELECT about.value_id AS outcome, sent.initiative, sent.participant, sent.entry,
         sent.arrival_entry, sent.arrived
  FROM message_person AS sent
  LEFT JOIN message_sent__about AS about
    ON about.entry = sent.entry AND about.value_register = 'outcome'
  WHERE sent.what = 'outcome'
), reached AS MATERIALIZED (
  SELECT result.entry AS result_entry, told.participant, told.entry, told.arrival_entry,
         min(last_day(told.arrived)) AS arrived, first_day(told.arrived) AS arrived_from
  FROM result
  JOIN told ON told.initiative IS result.initiative
           AND (told.outcome = result.outcome OR told.outcome IS NULL AND told.entry > result.entry)
  GROUP BY result.entry, told.participant
), asked AS (
  SELECT result.*, part.participant, part.entry AS part_entry, part.left_entry,
         part.may_be_contacted, reached.entry AS sent_entry, reached.arrival_entry,
         reached.arrived, reached.arrived_from
  FROM result
  LEFT JOIN initiative_person AS part ON part.initiative IS result.initiative
  LEFT JOIN entry_date AS began ON began.entry = part.entry
  LEFT JOIN reached
    ON reached.result_entry = result.entry AND reached.participant = part.participant
  WHERE NOT coalesce(first_day(began.date) > result.to_day, 0)
)
SELECT CASE WHEN participant IS NULL THEN 'unknown'
            WHEN sent_entry IS NULL AND may_be_contacted = 'no' THEN 'notApplicable'
            WHEN to_day IS NULL THEN 'unknown'
            WHEN sent_entry IS NULL THEN
              iif(:today > to_day + :n OR closed_on IS NOT NULL, 'fail', 'notDue')
            WHEN arrived IS NULL THEN 'unknown'
            WHEN arrived_from > closed_on THEN 'fail'
            WHEN arrived <= from_day + :n THEN 'pass'
            WHEN arrived_from > to_day + :n THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'outcome:' || outcome AS about, participant AS person, initiative, to_day AS day,
       CASE WHEN participant IS NULL THEN
              format('Who took part before result %s is not recorded.', outcome)
            WHEN sent_entry IS NULL AND may_be_contacted = 'no' THEN
              'This person left and may not be contacted.'
            WHEN to_day IS NULL THEN format('The day of result %s is not recorded.', outcome)
            ELSE format('Result %s is of %s; ', outcome, day_text(to_day)) ||
              CASE WHEN sent_entry IS NULL AND closed_on IS NOT NULL THEN
                     format('the initiative closed on %s, and this person was not told.',
                            day_text(closed_on))
                   WHEN sent_entry IS NULL AND :today > to_day + :n THEN
                     format('%s later this person was not told, and %s the most.',
                            count_text(:today - to_day, 'day', 'days'), count_text(:n, 'is', 'are'))
                   WHEN sent_entry IS NULL THEN
                     format('this person is to be told by %s.', day_text(to_day + :n))
                   WHEN arrived IS NULL THEN
                     'a message about it went to this person, and whether it arrived is not '
                         || 'recorded.'
                   ELSE format('this person was told on %s, %d day%s later; %s the most.',
                               day_text(arrived), arrived - to_day,
                               iif(arrived - to_day = 1, '', 's'), count_text(:n, 'is', 'are'))
                     || iif(arrived_from > closed_on,
                            format(' The initiative had closed before, on %s.',
                                day_text(closed_on)),
                            '') END
       END AS says,
       entry || coalesce(',' || part_entry, '') || coalesce(',' || left_entry, '')
         || coalesce(',' || sent_entry || ',' || arrival_entry, ',' || closed_entry, '') AS entries,
       CASE WHEN participant IS NULL THEN 'participantJoined' WHEN to_day IS NULL THEN
            'outcomeRecorded' ELSE 'deliveryReported' END AS missing
FROM asked
