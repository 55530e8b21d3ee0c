-- difference_told_later
-- Later on, people are told what difference it made.
-- Needs: outcomeRecorded, messageSent, deliveryReported, participantLeft
-- Rule: Everybody who had taken part in the initiative, and may be contacted, was told what
--   difference it made twice: a months and b months after each result on record, give or take 30
--   days. That it made none counts as told.
-- Parameter a: first time that the difference is told, after the result; months; 6
-- Parameter b: second time; months; 12
-- Nothing: notApplicable; No result is on record.
WITH mark AS (
  SELECT :a AS months UNION ALL SELECT :b
), result AS MATERIALIZED (
  SELECT outcome.id AS outcome, outcome.initiative, outcome.entry, mark.months,
         last_day(happened.date) AS result_day,
         CAST(julianday(day_text(last_day(happened.date)), format('+%d months', mark.months))
              - 2440587.5 AS INTEGER) AS wanted
  FROM outcome_recorded AS outcome
  JOIN entry_date AS happened ON happened.entry = outcome.entry
  JOIN mark
  WHERE outcome.outcome_kind = 'result'
), told AS MATERIALIZED (
  SELECT sent.initiative, sent.participant, sent.entry, sent.arrival_entry,
         last_day(sent.arrived) AS arrived
  FROM message_person AS sent WHERE sent.what = 'differenceMade'
), reached AS MATERIALIZED (
  SELECT result.entry AS result_entry, result.months, told.participant, told.entry,
         told.arrival_entry, min(iif(told.arrived IS NULL, 100000,
             abs(told.arrived - result.wanted)))
           AS off, told.arrived
  FROM result JOIN told ON told.initiative IS result.initiative
  WHERE told.arrived IS NULL OR abs(told.arrived - result.wanted) <= 30
  GROUP BY result.entry, result.months, told.participant
), asked AS (
  SELECT result.*, part.participant, part.entry AS part_entry, part.left_entry,
         part.may_be_contacted, reached.entry AS sent_entry, reached.arrival_entry, reached.arrived
  FROM result
  LEFT JOIN initiative_person AS part ON part.initiative IS result.initiative
  LEFT JOIN entry_date AS began ON began.entry = part.entry
  LEFT JOIN reached
    ON reached.result_entry = result.entry AND reached.months = result.months
   AND reached.participant = part.participant
  WHERE NOT coalesce(first_day(began.date) > result.result_day, 0)
)
SELECT CASE WHEN participant IS NULL OR result_day IS NULL THEN 'unknown'
            WHEN arrived IS NOT NULL THEN 'pass'
            WHEN sent_entry IS NULL AND may_be_contacted = 'no' THEN 'notApplicable'
            WHEN :today <= wanted + 30 THEN 'notDue'
            WHEN sent_entry IS NOT NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'outcome:' || outcome AS about, participant AS person, initiative, wanted AS day,
       CASE WHEN participant IS NULL THEN
              format('Who took part before result %s is not recorded.', outcome)
            WHEN result_day IS NULL THEN format('The day of result %s is not recorded.', outcome)
            WHEN arrived IS NULL AND sent_entry IS NULL AND may_be_contacted = 'no' THEN
              'This person left and may not be contacted.'
            ELSE format('Result %s is of %s; what difference it made is to be told %s month%s '
                || 'later, '
                        || 'from %s to %s: ', outcome, day_text(result_day), months,
                        iif(months = 1, '', 's'), day_text(wanted - 30), day_text(wanted + 30)) ||
              CASE WHEN arrived IS NOT NULL THEN
                     format('this person was told on %s.', day_text(arrived))
                   WHEN sent_entry IS NOT NULL THEN
                     'a message went to this person, and when it arrived is not recorded.'
                   WHEN :today <= wanted + 30 THEN 'that is not over.'
                   ELSE 'nothing that arrived with this person then is on record.' END
       END AS says,
       entry || coalesce(',' || part_entry, '') || coalesce(',' || left_entry, '')
         || coalesce(',' || sent_entry || ',' || arrival_entry, '') AS entries,
       CASE WHEN participant IS NULL THEN 'participantJoined'
            WHEN result_day IS NULL THEN 'outcomeRecorded' ELSE 'deliveryReported' END AS missing
FROM asked
