-- gaps_filled
-- If the group is narrow, other voices are gathered another way.
-- Needs: reviewHeld, channelOpened
-- Rule: For each gap that a review of representation names, a way to take part was opened that
--   is aimed at it, within n days of the review, or the review gives a reason why not. A reason
--   that says nothing is weak.
-- Parameter n: from the review to the way that was opened; calendar days; 60
-- Nothing: notApplicable; No review of representation names a gap.
WITH gap AS MATERIALIZED (
  SELECT gap.id, gap.what, trim(gap.reason) AS reason, held.entry, held.initiative,
         first_day(happened.date) AS from_day, last_day(happened.date) AS to_day
  FROM review_held AS held
  JOIN review_held__gaps AS gap USING (entry)
  JOIN entry_date AS happened USING (entry)
  WHERE held.review_kind = 'representation'
), dated AS (
  SELECT opened.entry, opened.aimed_at_gap,
         coalesce(nullif(opened.opens, 'unknown'), happened.date) AS date
  FROM channel_opened AS opened JOIN entry_date AS happened USING (entry)
  WHERE opened.aimed_at_gap IS NOT NULL
), channel AS MATERIALIZED (
  SELECT aimed_at_gap, entry, min(last_day(date)) AS to_day, first_day(date) AS from_day
  FROM dated GROUP BY aimed_at_gap
), judged AS (
  SELECT gap.*, channel.entry AS channel_entry, channel.from_day AS opened_from,
         channel.to_day AS opened_by,
         length(gap.reason) < 3 OR lower(gap.reason) IN ('null', 'none', 'n/a', 'no reason')
           AS is_empty
  FROM gap LEFT JOIN channel ON channel.aimed_at_gap = gap.id
)
SELECT CASE WHEN opened_by <= from_day + :n THEN 'pass'
            WHEN reason IS NOT NULL THEN iif(is_empty, 'weak', 'pass')
            WHEN to_day IS NULL THEN 'unknown'
            WHEN channel_entry IS NULL THEN iif(:today > to_day + :n, 'fail', 'notDue')
            WHEN opened_from > to_day + :n THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'reviewGap:' || id AS about, NULL AS person, initiative, to_day AS day,
       format('Gap %s was found %s; ', id,
              coalesce('on ' || day_text(to_day), 'on a day that is not recorded')) ||
         CASE WHEN opened_by <= from_day + :n OR channel_entry IS NOT NULL AND reason IS NULL THEN
                format('a way aimed at it was opened %s',
                       coalesce('on ' || day_text(opened_by), 'on a day that is not recorded'))
                || coalesce(format(', %d day%s later; %s the most.', opened_by - to_day,
                                   iif(opened_by - to_day = 1, '', 's'),
                                   count_text(:n, 'is', 'are')), '.')
              WHEN reason IS NOT NULL THEN
                iif(is_empty, 'the reason why no way was opened says nothing.',
                    'no way aimed at it was opened, for a reason that is on record.')
              WHEN to_day IS NULL THEN 'no way aimed at it was opened.'
              ELSE format('no way aimed at it was opened and no reason given; it is due by %s.',
                          day_text(to_day + :n)) END AS says,
       entry || coalesce(',' || channel_entry, '') AS entries,
       iif(to_day IS NULL, 'reviewHeld', 'channelOpened') AS missing
FROM judged
