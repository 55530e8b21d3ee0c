-- dissent_published
-- Dissent travels with the published work if the dissenter wants.
-- Needs: signOffGiven, consentAnswered, workPublished
-- Rule: Each publication of a work shows as many dissents as there were before in the sign-off of
--   that version, or of the last one signed, and prints the statement of each dissenter who
--   consented to that, for all or for this work, and of nobody who did not. Where nobody says
--   whether a dissenter wants it, nobody can tell. That it is printed word for word is told by the
--   publication, not compared.
-- Nothing: notApplicable; No work was published whose sign-off has a dissent on record.
WITH roll AS MATERIALIZED (
  SELECT roll.entry, roll.round, roll.version, roll.work, roll.participant, roll.group_id,
         roll.answer, roll.statement_state, given.statement_id,
         lead(roll.entry) OVER (PARTITION BY roll.version, roll.round, roll.participant,
                                             roll.group_id ORDER BY roll.entry) AS later_entry
  FROM sign_off_roll AS roll JOIN sign_off_given AS given ON given.entry = roll.entry
  WHERE roll.version IS NOT NULL
), signed AS MATERIALIZED (
  SELECT work, version, min(entry) AS entry FROM roll GROUP BY work, version
), publication AS MATERIALIZED (
  SELECT published.entry, published.initiative, published.version,
         coalesce(published.version_work, published.work) AS work, published.dissent_count,
         published.dissent_count_min AS at_least, published.dissent_count_max AS at_most,
         first_day(published_on.date) AS day
  FROM work_published AS published
  JOIN entry_date AS published_on ON published_on.entry = published.entry
), matched AS MATERIALIZED (
  SELECT publication.*, signed.version AS signed_version,
         max((signed.version IS publication.version) * 1000000000000 + signed.entry) AS rank
  FROM publication
  JOIN signed ON signed.work = publication.work AND signed.entry < publication.entry
  GROUP BY publication.entry
), dissent AS MATERIALIZED (
  SELECT matched.entry, matched.initiative, matched.day, matched.work, roll.version, roll.round,
         roll.entry AS dissent_entry, roll.participant, roll.statement_state, roll.statement_id
  FROM matched JOIN roll ON roll.version = matched.signed_version
  WHERE roll.answer = 'dissent' AND roll.later_entry IS NULL AND roll.entry < matched.entry
), counted AS MATERIALIZED (
  SELECT matched.*, count(*) AS dissents, max(dissent.dissent_entry) AS dissent_entry
  FROM matched JOIN dissent ON dissent.entry = matched.entry
  GROUP BY matched.entry
), consent AS MATERIALIZED (
  SELECT entry, participant, target, reply, "until" FROM consent_answer
  WHERE scope = 'dissentPublished'
), wish AS MATERIALIZED (
  SELECT dissent.entry, dissent.dissent_entry, consent.reply, consent."until",
         max(consent.entry) AS consent_entry
  FROM dissent
  JOIN consent ON consent.participant = dissent.participant AND consent.entry < dissent.entry
  WHERE consent.target IS NULL
     OR consent.target IN ('work:' || dissent.work, 'workVersion:' || dissent.version,
                           'round:' || dissent.round, 'initiative:' || dissent.initiative)
  GROUP BY dissent.entry, dissent.dissent_entry
), judged AS (
  SELECT dissent.*, wish.consent_entry,
         CASE WHEN wish.reply = 'given' AND coalesce(last_day(wish."until") >= dissent.day, 1)
              THEN iif(printed.entry IS NULL, 'left out', 'printed')
              WHEN wish.reply IS NOT NULL THEN iif(printed.entry IS NULL, 'not wanted', 'against')
              ELSE iif(printed.entry IS NULL, 'not asked', 'without') END AS result
  FROM dissent
  LEFT JOIN wish ON wish.entry = dissent.entry AND wish.dissent_entry = dissent.dissent_entry
  LEFT JOIN work_published__dissents AS printed
    ON printed.entry = dissent.entry AND printed.value = 'entry:' || dissent.statement_id
  WHERE dissent.participant IS NOT NULL AND dissent.statement_state IN ('public', 'sealed')
)
SELECT CASE WHEN at_least = dissents AND at_most = dissents THEN 'pass'
            WHEN dissent_count IS NULL OR at_least > dissents OR at_most < dissents THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'work:' || work AS about, NULL AS person, initiative, day,
       format('%d %s in the sign-off of %s; the publication in entry %d ', dissents,
              iif(dissents = 1, 'person dissented', 'people dissented'), signed_version, entry) ||
         iif(dissent_count IS NULL, 'does not say how many.',
             format('shows %s.', dissent_count)) AS says,
       entry || ',' || dissent_entry AS entries, 'workPublished' AS missing
FROM counted
UNION ALL
SELECT CASE result WHEN 'printed' THEN 'pass' WHEN 'not wanted' THEN 'notApplicable'
                   WHEN 'not asked' THEN 'unknown' ELSE 'fail' END,
       'work:' || work, participant, initiative, day,
       format('%s dissented in the sign-off of %s', participant, version) ||
       CASE result
         WHEN 'printed' THEN format(' and wanted it published; entry %d prints it.', entry)
         WHEN 'left out' THEN format(' and wanted it published; entry %d does not print it.', entry)
         WHEN 'not wanted' THEN
           format(' and did not want it published; entry %d does not print it.',
                                       entry)
         WHEN 'against' THEN format(' and did not want it published; entry %d prints it.', entry)
         WHEN 'without' THEN format('; entry %d prints it, and no consent to that is on record.',
                                    entry)
         ELSE '; whether they wanted it published is not recorded.' END,
       entry || ',' || dissent_entry || coalesce(',' || consent_entry, ''), 'consentAnswered'
FROM judged
