-- credit_offered
-- Credit is offered to every participant before publication.
-- Needs: workPublished, inputReceived, attendanceRecorded, contributionDeclared, messageSent,
--   deliveryReported
-- Rule: Everybody who said something about a work, came to a meeting about it or told of their
--   contribution before it was first published was asked how they want to be credited, by a
--   message about the work that arrived at least n days before. No such message is a failure; one
--   that nobody says arrived is unknown.
-- Parameter n: between the offer of credit and the publication; calendar days; 14
-- Nothing: notApplicable; No work was published, as far as the record says.
WITH published AS MATERIALIZED (
  SELECT coalesce(published.version_work, published.work) AS work, published.initiative,
         published.entry, min(first_day(happened.date)) AS day
  FROM work_published AS published JOIN entry_date AS happened USING (entry)
  GROUP BY coalesce(published.version_work, published.work)
), offer AS MATERIALIZED (
  SELECT iif(about.value_register = 'work', about.value_id,
             substr(about.value_id, 1, instr(about.value_id, '@') - 1)) AS work,
         sent.participant, sent.entry, sent.arrival_entry, min(last_day(sent.arrived)) AS arrived
  FROM message_person AS sent
  JOIN message_sent__about AS about
    ON about.entry = sent.entry AND about.value_register IN ('work', 'workVersion')
  WHERE sent.what = 'creditOffer'
  GROUP BY 1, sent.participant
), asked AS (
  SELECT published.work, published.initiative, published.entry, published.day, person.participant,
         person.entry AS part_entry, offer.entry AS offer_entry, offer.arrival_entry, offer.arrived
  FROM published
  LEFT JOIN work_person AS person ON person.work = published.work
  LEFT JOIN entry_date AS happened ON happened.entry = person.entry
  LEFT JOIN offer ON offer.work = published.work AND offer.participant = person.participant
  WHERE NOT coalesce(first_day(happened.date) > published.day, 0)
)
SELECT CASE WHEN participant IS NULL OR day IS NULL THEN 'unknown'
            WHEN offer_entry IS NULL THEN 'fail'
            WHEN arrived IS NULL THEN 'unknown'
            WHEN day - arrived >= :n THEN 'pass'
            ELSE 'fail' END AS verdict,
       'work:' || work AS about, participant AS person, initiative, day,
       CASE WHEN participant IS NULL THEN
              format('Who had a part in %s, published on %s, is not recorded.', work,
                     coalesce(day_text(day), 'a day that is not recorded'))
            WHEN day IS NULL THEN format('When %s was published is not recorded.', work)
            ELSE format('%s was published on %s; ', work, day_text(day)) ||
              CASE WHEN offer_entry IS NULL THEN 'credit was not offered, as far as the '
                  || 'record says.'
                   WHEN arrived IS NULL THEN
                     'credit was offered, and whether that arrived is not recorded.'
                   WHEN arrived > day THEN
                     format('credit was offered after it, on %s.', day_text(arrived))
                   ELSE format('credit was offered on %s, %d day%s before; %s promised.',
                               day_text(arrived), day - arrived, iif(day - arrived = 1, '', 's'),
                               count_text(:n, 'was', 'were')) END
       END AS says,
       entry || coalesce(',' || part_entry, '') || coalesce(',' || offer_entry || ',' ||
                                                            arrival_entry, '') AS entries,
       CASE WHEN participant IS NULL THEN 'inputReceived' WHEN day IS NULL THEN 'workPublished'
            ELSE 'deliveryReported' END AS missing
FROM asked
