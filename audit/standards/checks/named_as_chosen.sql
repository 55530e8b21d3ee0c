-- named_as_chosen
-- How someone is named is their choice and can change.
-- Needs: creditPublished, creditChosen
-- Rule: Each credit of a person that was printed has the form they chose last before, for that
--   work or for all. Within n days of a change of mind the choice before it may still be printed.
--   Whoever chose nothing is not named, or only as one of a group. Whether the name itself is
--   spelt as they want is for them to say.
-- Parameter n: from taking a name back until it is nowhere new; calendar days; 7
-- Nothing: notApplicable; No credit of a person was printed, as far as the record says.
WITH credit AS MATERIALIZED (
  SELECT entry, version, work, initiative, nth, form, id AS participant,
         first_day(published_on) AS day
  FROM credit_roll WHERE register = 'participant'
), choice AS (
  SELECT credit.entry, credit.nth, credit.participant, chosen.entry AS chosen_entry,
         chosen.form AS chosen, last_day(happened.date) AS chosen_day,
         last_day(happened.date) IS NULL OR credit.day IS NULL AS is_undated,
         row_number() OVER (PARTITION BY credit.entry, credit.nth, credit.participant
                            ORDER BY last_day(happened.date) DESC, chosen.entry DESC) AS rank
  FROM credit
  JOIN credit_chosen AS chosen
    ON chosen.participant = credit.participant
   AND (chosen.covers_work = credit.work OR chosen.covers_work IS NULL)
  JOIN entry_date AS happened ON happened.entry = chosen.entry
  WHERE NOT coalesce(last_day(happened.date) > credit.day, 0)
), chosen AS MATERIALIZED (
  SELECT entry, nth, participant, max(is_undated) AS is_undated, count(DISTINCT chosen) AS forms,
         max(iif(rank = 1, chosen, NULL)) AS last, max(iif(rank = 1, chosen_day, NULL)) AS last_on,
         max(iif(rank = 1, chosen_entry, NULL)) AS last_entry,
         max(iif(rank = 2, chosen, NULL)) AS before,
         max(iif(rank = 2, chosen_entry, NULL)) AS before_entry
  FROM choice GROUP BY entry, nth, participant
), word AS (
  SELECT 'fullName' AS form, 'by full name' AS words UNION ALL SELECT 'chosenName',
      'by a chosen name'
  UNION ALL SELECT 'initials', 'by initials' UNION ALL SELECT 'groupOnly', 'as one of a group'
  UNION ALL SELECT 'notNamed', 'not at all'
)
SELECT CASE WHEN credit.form IS NULL THEN 'unknown'
            WHEN chosen.last IS NULL THEN
              iif(credit.form IN ('notNamed', 'groupOnly'), 'pass', 'fail')
            WHEN chosen.is_undated AND chosen.forms > 1 THEN 'unknown'
            WHEN chosen.is_undated AND credit.day IS NULL AND credit.form = chosen.last
                THEN 'unknown'
            WHEN credit.form = chosen.last THEN iif(chosen.is_undated, 'unknown', 'pass')
            WHEN credit.form = chosen.before AND credit.day - chosen.last_on <= :n THEN 'pass'
            WHEN chosen.is_undated THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'workVersion:' || credit.version AS about, credit.participant AS person, credit.initiative,
       credit.day AS day,
       format('%s of %s names this person %s; ', coalesce(credit.version, 'A work'),
              coalesce(day_text(credit.day), 'a day that is not recorded'),
              coalesce(printed.words, 'in a form that is not recorded')) ||
         CASE WHEN chosen.last IS NULL THEN 'no choice was on record by then.'
              WHEN chosen.last_on IS NULL THEN
                format('their choice, %s, has no day on record.', wanted.words)
              ELSE format('on %s they chose: %s.', day_text(chosen.last_on), wanted.words)
                || iif(credit.form <> chosen.last AND credit.form = chosen.before
                         AND credit.day - chosen.last_on <= :n,
                       format(' That was within %s, which it may take.',
                              count_text(:n, 'day', 'days')), '')
         END AS says,
       credit.entry || coalesce(',' || chosen.last_entry, '')
         || coalesce(',' || chosen.before_entry, '') AS entries,
       iif(credit.form IS NULL OR credit.day IS NULL, 'creditPublished', 'creditChosen') AS missing
FROM credit
LEFT JOIN chosen
  ON chosen.entry = credit.entry AND chosen.nth = credit.nth
 AND chosen.participant = credit.participant
LEFT JOIN word AS printed ON printed.form = credit.form
LEFT JOIN word AS wanted ON wanted.form = chosen.last
