-- all_time_paid
-- Preparation, reading and admin time is paid, not just meetings.
-- Needs: timeLogged, paymentMade, claimMade, paymentFormChosen, messageSent, participantJoined
-- Rule: Of the meetings, interviews, preparation, reading and admin that somebody logged in a
--   stage, a payment covers every piece, straight or through a claim. Pieces of no minutes, and
--   those for which the person declined pay, need none; a piece is not due for n days. And
--   whoever was sent papers that they had to read has logged reading or preparation in that
--   stage, be it of no minutes, n days later at the latest.
-- Parameter n: how long nothing may be on record, as paid or as read, before it counts as not
--   done; calendar days; 28
-- Nothing: unknown; No time that has to be paid and no paper that has to be read is on record.;
--   timeLogged
WITH paid AS MATERIALIZED (
  SELECT time_entry, group_concat(entry || coalesce(',' || claim_entry, '')) AS entries
  FROM time_payment GROUP BY time_entry
),
-- Shared: pay_choice
, work AS MATERIALIZED (
  SELECT time.entry, time.participant, time.activity, time.initiative, person.entry AS person_entry,
         coalesce('stage:' || time.stage, 'initiative:' || time.initiative) AS place,
         coalesce(last_day(time.occurred_at), time.recorded_at / 86400) AS last,
         paid.entries AS paid_entries, opened.entry IS NOT NULL AS has_minutes,
         iif(paid.entries IS NULL, reveal(opened.entry, 'minutes'), NULL) AS minutes,
         max(choice.form = 'declined') AS is_declined,
         max(choice.entry IS NOT NULL AND choice.form IS NULL) AS is_choice_shut,
         max(iif(choice.form = 'declined', choice.entry, NULL)) AS choice_entry
  FROM payable_person AS person
  JOIN time_logged AS time ON time.participant = person.participant
  LEFT JOIN paid ON paid.time_entry = time.entry
  LEFT JOIN sealed_field AS opened ON opened.of_entry = time.entry AND opened.field = 'minutes'
  LEFT JOIN choice ON choice.participant = time.participant
   AND choice.since <= coalesce(last_day(time.occurred_at), time.recorded_at / 86400)
   AND choice.until >= coalesce(first_day(time.occurred_at), 0)
  WHERE time.activity IS NULL
     OR time.activity IN ('preparation', 'reading', 'admin', 'meeting', 'interview')
  GROUP BY time.entry
), piece AS (
  SELECT *, CASE WHEN paid_entries IS NOT NULL THEN 'paid'
                 WHEN minutes = '0' OR is_declined THEN 'nothing'
                 WHEN :today - last <= :n THEN 'notDue'
                 WHEN activity IS NULL THEN 'unsaid'
                 WHEN has_minutes AND minutes IS NULL OR is_choice_shut
                   AND choice_entry IS NULL THEN 'sealed'
                 ELSE 'unpaid' END AS came
  FROM work
), counted AS (
  SELECT participant, place, max(initiative) AS initiative, max(last) AS day, count(*) AS pieces,
         sum(came = 'paid') AS paid, sum(came = 'unpaid') AS unpaid, sum(came = 'notDue') AS early,
         sum(came = 'unsaid') AS unsaid, sum(came = 'sealed') AS shut,
         person_entry || ',' || group_concat(entry || coalesce(',' || paid_entries, '')
                                             || coalesce(',' || choice_entry, '')) AS entries
  FROM piece GROUP BY participant, place
), sent AS MATERIALIZED (
  SELECT sent.participant, sent.initiative, person.entry AS person_entry,
         coalesce('stage:' || sent.stage, 'initiative:' || sent.initiative) AS place,
         max(coalesce(last_day(message.occurred_at), message.recorded_at / 86400)) AS last,
         max(sent.entry) AS entry
  FROM message_person AS sent
  JOIN message_sent AS message ON message.entry = sent.entry
  JOIN payable_person AS person ON person.participant = sent.participant
  WHERE sent.what = 'papers'
    AND EXISTS (SELECT 1 FROM message_sent__what_papers_documents AS document
                WHERE document.entry = sent.entry AND document.required = 'yes')
  GROUP BY sent.participant, 4
), reading AS MATERIALIZED (
  SELECT participant, coalesce('stage:' || stage, 'initiative:' || initiative) AS place,
         min(entry) AS entry
  FROM time_logged WHERE activity IN ('preparation', 'reading') GROUP BY participant, 2
)
SELECT CASE WHEN unpaid THEN 'fail' WHEN unsaid OR shut THEN 'unknown' WHEN early THEN 'notDue'
            WHEN paid THEN 'pass' ELSE 'notApplicable' END AS verdict,
       coalesce(place, 'participant:' || participant) AS about, participant AS person, initiative,
       day,
       CASE WHEN unpaid THEN
              format('%d of %d piece%s of time %s not paid.', unpaid, pieces,
                     iif(pieces = 1, '', 's'), iif(unpaid = 1, 'is', 'are'))
            WHEN unsaid THEN
              format('%d of %d piece%s of time %s not paid, and for what is not recorded.', unsaid,
                     pieces, iif(pieces = 1, '', 's'), iif(unsaid = 1, 'is', 'are'))
            WHEN shut THEN
              format('%d of %d piece%s of time %s not paid, and whoever asks may not see whether '
                     || '%s to be.', shut, pieces, iif(pieces = 1, '', 's'),
                     iif(shut = 1, 'is', 'are'), iif(shut = 1, 'it has', 'they have'))
            WHEN early THEN format('%d piece%s of time from the last %d day%s %s not paid yet.',
                                   early, iif(early = 1, '', 's'), :n, iif(:n = 1, '', 's'),
                                   iif(early = 1, 'is', 'are'))
            WHEN paid THEN format('%d of %d piece%s of time %s paid; the rest needs no pay.', paid,
                                  pieces, iif(pieces = 1, '', 's'), iif(paid = 1, 'is', 'are'))
            ELSE format('None of %d piece%s of time needs pay: of no minutes, or pay was declined.',
                        pieces, iif(pieces = 1, '', 's')) END AS says,
       entries, iif(unsaid, 'timeLogged', 'sealed') AS missing
FROM counted
UNION ALL
SELECT CASE WHEN reading.entry IS NOT NULL THEN 'pass' WHEN :today - sent.last <= :n THEN 'notDue'
            ELSE 'fail' END,
       coalesce(sent.place, 'participant:' || sent.participant), sent.participant, sent.initiative,
       sent.last,
       format('Papers that had to be read were sent up to %s; %s.', day_text(sent.last),
              iif(reading.entry IS NULL,
                  'no reading or preparation is on record, not even of no minutes',
                  'reading or preparation is on record')),
       sent.person_entry || ',' || sent.entry || coalesce(',' || reading.entry, ''), NULL
FROM sent LEFT JOIN reading
  ON reading.participant = sent.participant AND reading.place IS sent.place
