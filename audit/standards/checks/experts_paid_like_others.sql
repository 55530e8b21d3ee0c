-- experts_paid_like_others
-- If anyone else is paid for being there, so are people with lived experience.
-- Needs: participantJoined, participantChanged, timeLogged, paymentMade, paymentOffered,
--   paymentFormChosen
-- Rule: Where anybody else in the initiative is paid for being there, by an employer, the
--   initiative or another body, everybody with lived experience who logged time in it was offered
--   pay or paid, is paid by such a body themselves, or declined pay by their own choice. The
--   record says who is in an initiative, not in which of its stages.
-- Nothing: notApplicable; Nobody with lived experience logged time.
WITH payer AS MATERIALIZED (
  SELECT told.participant, told.entry, told.paid_by, max(told.entry)
  FROM participant_statement AS told WHERE told.paid_by IS NOT NULL GROUP BY told.participant
), other AS MATERIALIZED (
  SELECT joined.initiative, joined.id AS participant, payer.paid_by,
         coalesce(payer.entry, joined.entry) AS entry
  FROM participant_joined AS joined LEFT JOIN payer ON payer.participant = joined.id
), others AS MATERIALIZED (
  SELECT initiative, count(*) AS people, sum(paid_by <> 'nobody') AS paid,
         sum(paid_by IS NULL) AS unsaid, min(iif(paid_by <> 'nobody', entry, NULL)) AS entry
  FROM other GROUP BY initiative
), everywhere AS (
  SELECT sum(people) AS people, sum(paid) AS paid, sum(unsaid) AS unsaid, min(entry) AS entry
  FROM others WHERE initiative IS NULL
), work AS MATERIALIZED (
  SELECT time.participant, time.initiative, expert.entry AS person_entry,
         max(coalesce(last_day(time.occurred_at), time.recorded_at / 86400)) AS day,
         max(time.entry) AS entry
  FROM lived_expert AS expert JOIN time_logged AS time ON time.participant = expert.participant
  GROUP BY time.participant, time.initiative
), due AS MATERIALIZED (
  SELECT participant, min(entry) AS entry FROM (
    SELECT participant, entry FROM payment_offer_person WHERE participant IS NOT NULL
    UNION ALL
    SELECT participant, entry FROM payment_made WHERE participant IS NOT NULL
  ) GROUP BY participant
), choice AS MATERIALIZED (
  SELECT choice.participant, max(iif(form = 'declined', entry, NULL)) AS entry,
         max(form IS NULL) AS is_shut
  FROM (SELECT choice.participant, choice.entry, reveal(opened.entry, 'form') AS form
        FROM payment_form_chosen AS choice
        JOIN sealed_field AS opened ON opened.of_entry = choice.entry AND opened.field = 'form'
       ) AS choice
  GROUP BY choice.participant
), weighed AS MATERIALIZED (
  SELECT work.*, due.entry AS due_entry, choice.entry AS choice_entry, choice.is_shut,
         own.paid_by AS own_payer, own.entry AS own_entry,
         coalesce(others.paid, 0) + coalesce(iif(work.initiative IS NULL, 0, everywhere.paid), 0)
           - coalesce(own.paid_by <> 'nobody', 0) AS paid,
         coalesce(others.unsaid, 0)
           + coalesce(iif(work.initiative IS NULL, 0, everywhere.unsaid), 0)
           - (own.participant IS NOT NULL AND own.paid_by IS NULL) AS unsaid,
         coalesce(others.entry, everywhere.entry) AS other_entry
  FROM work JOIN everywhere
  LEFT JOIN others ON others.initiative IS work.initiative
  LEFT JOIN other AS own ON own.participant = work.participant
  LEFT JOIN due ON due.participant = work.participant
  LEFT JOIN choice ON choice.participant = work.participant
), judged AS (
  SELECT *, CASE
    WHEN paid = 0 AND unsaid = 0 THEN 'nothing'
    WHEN coalesce(own_payer, 'nobody') <> 'nobody' THEN 'own'
    WHEN due_entry IS NOT NULL THEN 'due'
    WHEN choice_entry IS NOT NULL THEN 'declined'
    WHEN paid = 0 THEN 'unsaid'
    WHEN is_shut THEN 'sealed'
    ELSE 'fail' END AS came
  FROM weighed
)
SELECT CASE WHEN came = 'nothing' THEN 'notApplicable' WHEN came IN ('own', 'due', 'declined') THEN
              'pass'
            WHEN came = 'fail' THEN 'fail' ELSE 'unknown' END AS verdict,
       coalesce('initiative:' || initiative, 'participant:' || participant) AS about,
       participant AS person, initiative, day,
       CASE came
         WHEN 'nothing' THEN 'Nobody else is paid for being here.'
         WHEN 'own' THEN 'The person is paid for being here.'
         WHEN 'due' THEN 'The person was offered pay, or paid, as others are.'
         WHEN 'declined' THEN 'The person declined pay, by their own choice.'
         WHEN 'unsaid' THEN
           format('The person was offered no pay; whether %d other%s paid for being here is not '
                  || 'recorded.', unsaid, iif(unsaid = 1, ' is', 's are'))
         WHEN 'sealed' THEN
           'The person was offered no pay, and whoever asks may not see whether they declined it.'
         ELSE format('The person gave time up to %s and was neither offered pay nor paid; %d '
                     || 'other%s '
                     || 'paid for being here.', day_text(day), paid, iif(paid = 1, ' is', 's are'))
       END AS says,
       person_entry || ',' || entry
         || coalesce(',' || CASE came WHEN 'own' THEN own_entry WHEN 'due' THEN due_entry
                                      WHEN 'declined' THEN choice_entry END, '')
         || coalesce(',' || iif(came = 'fail', other_entry, NULL), '') AS entries,
       iif(came = 'sealed', 'sealed', 'participantJoined') AS missing
FROM judged
