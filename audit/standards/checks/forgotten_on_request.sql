-- forgotten_on_request
-- A request to be forgotten is carried out and provably so, and the record still stands.
-- Needs: erasureRequested, erasureDone
-- Rule: Each request was carried out within n days. Leftovers were searched for and none were
--   found, and every count and tally was the same before and after. That the record still stands
--   is for the verifier to show, and what the search looked at for whoever reads its entry.
-- Parameter n: from the request to the erasure; calendar days; 30
-- Nothing: notApplicable; Nobody asked to be forgotten.
WITH request AS MATERIALIZED (
  SELECT asked.entry, asked.initiative, asked.participant, said.statement_id,
         first_day(happened.date) AS from_day, last_day(happened.date) AS to_day
  FROM erasure_requested AS asked
  JOIN entry AS said ON said.entry = asked.entry
  JOIN entry_date AS happened ON happened.entry = asked.entry
), done AS MATERIALIZED (
  SELECT done.requested_id, min(done.entry) AS entry FROM erasure_done AS done
  GROUP BY done.requested_id
), searched AS MATERIALIZED (
  SELECT entry, count(*) AS places, sum(found_min > 0) AS left_in,
         sum(found_max IS NULL OR found_min IS NULL) AS unsaid
  FROM erasure_done__searched GROUP BY entry
), judged AS (
  SELECT request.*, done.entry AS done_entry, told.tallies_same,
         first_day(happened.date) AS done_from, last_day(happened.date) AS done_by,
         coalesce(searched.places, 0) AS places, coalesce(searched.left_in, 0) AS left_in,
         coalesce(searched.unsaid, 0) AS unsaid
  FROM request
  LEFT JOIN done ON done.requested_id = request.statement_id
  LEFT JOIN erasure_done AS told ON told.entry = done.entry
  LEFT JOIN entry_date AS happened ON happened.entry = done.entry
  LEFT JOIN searched ON searched.entry = done.entry
)
SELECT CASE WHEN done_entry IS NULL THEN
              CASE WHEN to_day IS NULL THEN 'unknown' WHEN :today > to_day + :n THEN 'fail'
                   ELSE 'notDue' END
            WHEN left_in > 0 OR tallies_same = 'no' OR done_from > to_day + :n THEN 'fail'
            WHEN places = 0 OR unsaid > 0 OR tallies_same IS NULL
              OR done_by IS NULL OR from_day IS NULL OR done_by > from_day + :n THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'participant:' || participant AS about, participant AS person, initiative, to_day AS day,
       format('To be forgotten was asked %s; ',
              coalesce('on ' || day_text(to_day), 'on a day that is not recorded')) ||
         CASE WHEN done_entry IS NULL AND to_day IS NULL THEN 'nothing says that it was done.'
              WHEN done_entry IS NULL THEN
                format('nothing says that it was done; it is due by %s.', day_text(to_day + :n))
              ELSE coalesce(format('it was done on %s, %d day%s later (%s the most)',
                                   day_text(done_by), done_by - to_day,
                                   iif(done_by - to_day = 1, '', 's'), count_text(:n, 'is', 'are')),
                            'it was done on a day that is not recorded') ||
                   CASE WHEN places = 0 THEN '; whether anything was left behind is not recorded'
                        WHEN left_in > 0 THEN format('; something was left in %d of %d places',
                                                     left_in, places)
                        WHEN unsaid > 0 THEN '; what the search found is not recorded'
                        ELSE format('; nothing was left in the %d place%s searched', places,
                                    iif(places = 1, '', 's')) END ||
                   CASE tallies_same WHEN 'yes' THEN ', and every count is the same.'
                                     WHEN 'no' THEN ', and some counts are no longer the same.'
                                     ELSE ', and whether the counts are the same is not recorded.'
                   END END AS says,
       entry || coalesce(',' || done_entry, '') AS entries,
       iif(done_entry IS NULL, 'erasureRequested', 'erasureDone') AS missing
FROM judged
