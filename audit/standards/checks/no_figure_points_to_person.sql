-- no_figure_points_to_person
-- No figure in any report can point to a person.
-- Needs: reportPublished, surveyOpened, surveyClosed, surveyAnswered
-- Rule: Each report that may hold counts of people over something private is made again from the
--   entries it was made from, beside those given out before. It showed none below k, and held back
--   at least as many numbers as it takes until none can be worked out from the others or from an
--   earlier report. The program holds back so; a report made elsewhere is known by the number that
--   its entry states. The newest twelve that differ are made again.
-- Parameter k: smallest number of people that is shown; people; 10
-- Nothing: notApplicable; No report was given out, as far as the record says.
WITH made AS MATERIALIZED (
  SELECT CAST(value ->> 'report' AS TEXT) AS report, value ->> 'made' AS is_made,
         value ->> 'k' AS fewest,
         value ->> 'held' AS held, value ->> 'shown' AS shown, value ->> 'smallest' AS smallest,
         value ->> 'sealed' AS is_sealed
  FROM json_each(:cells)
), judged AS (
  SELECT given.entry, given.id, given.initiative, given.ledger_size_min AS size,
         given.cells_held_back_min AS told_least, given.cells_held_back_max AS told_most,
         first_day(happened.date) AS day, made.report IS NOT NULL AS is_asked, made.is_made,
         made.fewest, made.held, made.shown, made.smallest, made.is_sealed
  FROM report_published AS given
  JOIN entry_date AS happened ON happened.entry = given.entry
  LEFT JOIN made ON made.report = given.id
)
SELECT CASE WHEN :cells IS NULL THEN 'unknown'
            WHEN NOT is_asked THEN 'notApplicable'
            WHEN NOT is_made THEN 'unknown'
            WHEN smallest < :k THEN 'fail'
            WHEN is_sealed THEN 'unknown'
            WHEN told_most < held THEN 'fail'
            WHEN held > 0 AND coalesce(told_least, 0) < held THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'report:' || id AS about, NULL AS person, initiative, day,
       format('Report %s%s ', id, coalesce(' of ' || day_text(day), '')) ||
         CASE WHEN :cells IS NULL THEN 'was not made again here.'
              WHEN NOT is_asked THEN 'can hold no counts of people over something private, or '
                  || 'was for '
                                     || 'those who may see them.'
              WHEN size IS NULL THEN 'does not say from which entries it was made.'
              WHEN NOT is_made THEN 'was not made again: only the newest are, from what is here.'
              WHEN smallest < :k THEN
                format('goes by %d as the fewest and shows a number below %s.', fewest, :k)
              WHEN is_sealed THEN 'rests on answers that are sealed for whoever asks.'
              WHEN told_most < held THEN
                format('held back %d number%s; %d %s to be.', told_most,
                       iif(told_most = 1, '', 's'), held, iif(held = 1, 'has', 'have'))
              WHEN held > 0 AND coalesce(told_least, 0) < held THEN
                format('does not say how many numbers it held back; %d %s to be.', held,
                       iif(held = 1, 'has', 'have'))
              ELSE format('shows %d number%s of people, none below %s, and holds back what it '
                  || 'has to '
                          || '(%d).', shown, iif(shown = 1, '', 's'), :k, held) END AS says,
       entry AS entries,
       iif(is_sealed AND is_made AND :cells IS NOT NULL, 'sealed', 'reportPublished') AS missing
FROM judged
