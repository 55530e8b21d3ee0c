-- place_chosen_together
-- Meetings are held somewhere people are comfortable, chosen with them.
-- Needs: meetingScheduled
-- Rule: Of the meetings of an initiative in the last 12 months, at least the share x was at a
--   neutral place, a place of the community or the group's own, online because the group chose it,
--   or at a place that people with lived experience, or a group they belong to, chose or helped to
--   choose. Cancelled meetings are left out; one meeting alone is never judged. A meeting whose
--   day, or whose place and chooser, are not recorded could fall on either side.
-- Parameter x: share of meetings in a place chosen together; share of meetings; 0.5
-- Nothing: notApplicable; No meeting was held in the last 12 months.
WITH chooser AS MATERIALIZED (
  SELECT day.meeting, who.register, who.id
  FROM meeting_day AS day JOIN meeting_scheduled__place_chosen_by AS who
    ON who.entry = day.scheduled_entry
  UNION
  SELECT day.meeting, who.register, who.id
  FROM meeting_day AS day JOIN meeting_held__place_chosen_by AS who ON who.entry = day.held_entry
), chosen AS (
  SELECT chooser.meeting,
         max(expert.participant IS NOT NULL OR expert_group.group_id IS NOT NULL) AS with_them
  FROM chooser
  LEFT JOIN lived_expert AS expert
    ON chooser.register = 'participant' AND expert.participant = chooser.id
  LEFT JOIN expert_group ON chooser.register = 'group' AND expert_group.group_id = chooser.id
  GROUP BY chooser.meeting
), meeting AS (
  SELECT day.initiative, day.entry, first_day(day.date) IS NULL AS is_undated,
         CASE WHEN first_day(day.date) IS NULL THEN NULL
              WHEN chosen.with_them
                OR day.place_kind IN ('neutral', 'community', 'groupsOwn', 'onlineGroupsChoice')
                THEN 1
              WHEN day.place_kind IS NULL AND chosen.meeting IS NULL THEN NULL
              ELSE 0 END AS is_theirs
  FROM meeting_day AS day LEFT JOIN chosen ON chosen.meeting = day.meeting
  WHERE day.cancelled_entry IS NULL
    AND (first_day(day.date) IS NULL
         OR (last_day(day.date) <= :today
             AND last_day(day.date) > first_day(date(day_text(:today), '-12 months'))))
), year AS (
  SELECT initiative, count(*) AS meetings, count(*) - count(is_theirs) AS unknowns,
         coalesce(sum(is_theirs), 0) AS theirs,
         group_concat(entry) AS entries
  FROM meeting GROUP BY initiative HAVING count(*) > sum(is_undated)
)
SELECT CASE WHEN meetings = 1 THEN 'notApplicable'
            WHEN theirs >= CAST(:x AS REAL) * meetings THEN 'pass'
            WHEN theirs + unknowns < CAST(:x AS REAL) * meetings THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'initiative:' || initiative AS about, NULL AS person, initiative, :today AS day,
       CASE WHEN meetings = 1 THEN
              'There was one meeting in the 12 months before, which is too few to judge.'
            ELSE format('In the 12 months up to %s, %d of %d meetings were at a place of their own '
                        || 'choosing or a neutral one%s; a share of %s was promised.',
                        day_text(:today), theirs, meetings,
                        iif(unknowns = 0, '', format(' (of %d it is not recorded)', unknowns)), :x)
       END AS says,
       entries, 'meetingScheduled' AS missing
FROM year
