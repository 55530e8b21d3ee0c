-- published_as_signed
-- What was signed is what was published.
-- Needs: signOffOpened, signOffClosed, workPublished, versionMade
-- Rule: What was published of a work after a sign-off round of it was closed, drafts and working
--   papers left out, is the document of the version that was signed last, by its SHA-256, or
--   differs from it only by versions marked as editorial. Each version made after that and not
--   marked so has a new round, for it or a later one, within n days. Documents that are not held
--   cannot be compared, and leave it open.
-- Parameter n: from the later version to the new round; calendar days; 14
-- Nothing: notApplicable; Nothing was published or changed after a sign-off round was closed.
WITH version AS MATERIALIZED (
  SELECT version.work, version.version,
         CAST(version.work || '@' || version.version AS TEXT) AS label,
         min(version.entry) AS entry, version.initiative, version.change_class,
         max(iif(version.document LIKE 'sha256:%', version.document, NULL)) AS document,
         first_day(made_on.date) AS made_first, last_day(made_on.date) AS made_last
  FROM version_made AS version JOIN entry_date AS made_on ON made_on.entry = version.entry
  GROUP BY version.work, version.version
), round AS MATERIALIZED (
  SELECT opened.id, opened.entry, opened.version_work AS work, opened.version AS label,
         version.entry AS version_entry, version.document, max(closed.entry) AS closing_entry,
         first_day(coalesce(opened.opens, opened_on.date)) AS opens_first,
         last_day(coalesce(opened.opens, opened_on.date)) AS opens_last
  FROM sign_off_opened AS opened
  JOIN entry_date AS opened_on ON opened_on.entry = opened.entry
  LEFT JOIN version ON version.label = opened.version
  LEFT JOIN sign_off_closed AS closed ON closed.round = opened.id
  GROUP BY opened.entry
), publication AS MATERIALIZED (
  SELECT published.entry, published.initiative,
         coalesce(published.version_work, published.work) AS work, published.version AS label,
         version.entry AS version_entry,
         CASE WHEN published.document LIKE 'sha256:%' THEN published.document
              WHEN published.document IS NULL THEN version.document END AS document,
         published.document AS said, first_day(published_on.date) AS day
  FROM work_published AS published
  JOIN entry_date AS published_on ON published_on.entry = published.entry
  LEFT JOIN version ON version.label = published.version
  WHERE published.standing IS NULL OR published.standing = 'final'
), signed AS MATERIALIZED (
  SELECT publication.*, round.id AS round, round.label AS signed, round.document AS signed_document,
         round.version_entry AS signed_entry, max(round.closing_entry) AS closing_entry
  FROM publication
  JOIN round ON round.work = publication.work AND round.closing_entry < publication.entry
  GROUP BY publication.entry
), between_them AS MATERIALIZED (
  SELECT signed.entry, sum(version.change_class = 'substantive') AS changed,
         sum(version.change_class IS NULL) AS unclear, max(version.entry) AS last_entry
  FROM signed
  JOIN version ON version.work = signed.work AND version.entry > signed.signed_entry
              AND version.entry <= signed.version_entry
  GROUP BY signed.entry
), judged AS (
  SELECT signed.*, between_them.last_entry,
         CASE WHEN signed.document = signed.signed_document THEN 'same'
              WHEN signed.label IS NULL OR signed.label = signed.signed
                THEN iif(signed.document IS NOT NULL AND signed.signed_document IS NOT NULL,
                    'other',
                         iif(signed.signed_document IS NULL, 'notHeld', 'notSaid'))
              WHEN between_them.entry IS NULL THEN 'other'
              WHEN between_them.changed > 0 THEN 'other'
              WHEN between_them.unclear > 0 THEN 'unclear'
              ELSE 'editorial' END AS result
  FROM signed LEFT JOIN between_them ON between_them.entry = signed.entry
), later AS MATERIALIZED (
  SELECT version.*, max(round.closing_entry) AS closing_entry, round.id AS round
  FROM version
  JOIN round ON round.work = version.work AND round.closing_entry < version.entry
  WHERE version.change_class IS NOT 'editorial'
  GROUP BY version.label
), again AS MATERIALIZED (
  SELECT later.label, min(round.opens_last) AS opens_last, round.opens_first,
         round.entry AS round_entry, round.id
  FROM later
  JOIN round ON round.work = later.work AND round.version_entry >= later.entry
            AND round.entry > later.entry
  GROUP BY later.label
), asked AS (
  SELECT later.*, again.id AS again, again.round_entry, again.opens_first, again.opens_last,
         CASE WHEN again.opens_last - made_first <= :n THEN 'inTime'
              WHEN change_class IS NULL THEN 'unclear'
              WHEN made_first IS NULL OR made_last IS NULL THEN 'undated'
              WHEN again.opens_first - made_last > :n THEN 'late'
              WHEN again.label IS NOT NULL THEN 'roundUndated'
              WHEN :today - made_first <= :n THEN 'notDue'
              WHEN :today - made_last <= :n THEN 'undated'
              ELSE 'never' END AS result
  FROM later LEFT JOIN again ON again.label = later.label
)
SELECT CASE WHEN result IN ('same', 'editorial') THEN 'pass' WHEN result = 'other' THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'work:' || work AS about, NULL AS person, initiative, day,
       format('%s was signed in round %s, and %s published', signed, round,
              coalesce(label || ' was', 'the work was')) ||
       CASE result
         WHEN 'same' THEN ': the same document.'
         WHEN 'editorial' THEN ', which differs from it only by what is marked as editorial.'
         WHEN 'other' THEN ': another document.'
         WHEN 'unclear' THEN '; whether the meaning changed between them is not recorded.'
         WHEN 'notHeld' THEN
           '; the document that was signed is not held, so they cannot be compared.'
         ELSE '; the document that was published is not held, so they cannot be compared.'
       END AS says,
       entry || ',' || closing_entry || coalesce(',' || signed_entry, '')
         || coalesce(',' || version_entry, '') || coalesce(',' || last_entry, '') AS entries,
       iif(result = 'notSaid', 'workPublished', 'versionMade') AS missing
FROM judged
UNION ALL
SELECT CASE result WHEN 'inTime' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                   WHEN 'never' THEN 'fail' ELSE 'unknown' END,
       'work:' || work, NULL, initiative, made_first,
       format('Version %s was made after round %s was closed', label, round) ||
       CASE result
         WHEN 'inTime' THEN format(', on %s; round %s was opened on %s, %d day%s later; %s '
                                   || 'promised.', day_text(made_first), again,
                                       day_text(opens_last),
                                   opens_last - made_first,
                                   iif(opens_last - made_first = 1, '', 's'),
                                   count_text(:n, 'was', 'were'))
         WHEN 'late' THEN
           format(', on %s; round %s was opened on %s, %s later; %s promised.',
                                 day_text(made_last), again, day_text(opens_first),
                                 count_text(opens_first - made_last, 'day', 'days'),
                                 count_text(:n, 'was', 'were'))
         WHEN 'unclear' THEN '; whether its meaning differs from what was signed is not recorded.'
         WHEN 'undated' THEN '; the exact day is not recorded.'
         WHEN 'roundUndated' THEN format('; the exact day on which round %s was opened is not '
                                         || 'recorded.', again)
         WHEN 'notDue' THEN format(', on %s; there is time for a new round until %s.',
                                   day_text(made_first), day_text(made_first + :n))
         ELSE format(', on %s; %s later there is no new round, and %s promised.',
                     day_text(made_last), count_text(:today - made_last, 'day', 'days'),
                     count_text(:n, 'was', 'were'))
       END,
       entry || ',' || closing_entry || coalesce(',' || round_entry, ''),
       iif(result = 'roundUndated', 'signOffOpened', 'versionMade')
FROM asked
