-- written_role_for_everyone
-- Everyone, professionals included, has a written role.
-- Needs: participantJoined, roleAssigned
-- Rule: Within n days of joining, each person was given a role with a written description. What
--   counts is the first role whose description is on record. The sentence also says how many of
--   those with lived experience, or of the others, had one in time.
-- Parameter n: from joining to the written role; calendar days; 14
-- Nothing: notApplicable; Nobody has joined.
WITH written AS MATERIALIZED (
  SELECT holder.id AS participant, role.entry,
         coalesce(nullif(role."from", 'unknown'), happened.date) AS since
  FROM role_assigned AS role
  JOIN role_assigned__who AS holder ON holder.entry = role.entry AND holder.register = 'participant'
  JOIN entry_date AS happened ON happened.entry = role.entry
  WHERE role.reply IS NOT 'declined'
    AND (role.written_description = 'yes' OR role.description_document IS NOT NULL
         OR trim(coalesce(role.description, '')) <> '')
), earliest AS (
  SELECT participant, entry, min(last_day(since)) AS last FROM written GROUP BY participant
), bounds AS (
  SELECT participant, min(coalesce(first_day(since), 0)) AS first FROM written GROUP BY participant
), person AS MATERIALIZED (
  SELECT joined.id AS participant, joined.entry, belongs.initiative,
         coalesce(nullif(joined."from", 'unknown'), happened.date) AS since
  FROM participant_joined AS joined
  JOIN entry_initiative AS belongs ON belongs.entry = joined.entry
  JOIN entry_date AS happened ON happened.entry = joined.entry
), judged AS MATERIALIZED (
  SELECT person.participant, person.entry, person.initiative,
         expert.participant IS NOT NULL AS lived,
         first_day(person.since) AS joined_first, last_day(person.since) AS joined_last,
         earliest.entry AS role_entry, earliest.last AS role_last,
         CASE WHEN earliest.last <= first_day(person.since) + :n THEN 'pass'
              WHEN last_day(person.since) + :n >= :today AND bounds.first IS NULL THEN 'notDue'
              WHEN last_day(person.since) + :n < coalesce(bounds.first, :today) THEN 'fail'
              ELSE 'unknown' END AS verdict
  FROM person
  LEFT JOIN earliest ON earliest.participant = person.participant
  LEFT JOIN bounds ON bounds.participant = person.participant
  LEFT JOIN lived_expert AS expert ON expert.participant = person.participant
), side AS (
  SELECT initiative, lived, count(*) AS people, count(*) FILTER (WHERE verdict = 'pass') AS in_time
  FROM judged GROUP BY initiative, lived
)
SELECT verdict, 'participant:' || participant AS about, participant AS person, judged.initiative,
       joined_first AS day,
       format('%s; %s%s. %s: %d of %d in time.',
              CASE WHEN joined_first IS NULL THEN 'The day of joining is not recorded'
                   WHEN joined_first = joined_last THEN 'Joined on ' || day_text(joined_first)
                   ELSE format('Joined between %s and %s', day_text(joined_first),
                               day_text(joined_last)) END,
              CASE WHEN role_entry IS NULL THEN 'no written role is on record'
                   WHEN role_last IS NULL THEN 'the day of the written role is not recorded'
                   WHEN role_last - joined_first >= 0 AND joined_first = joined_last THEN
                     format('a written role came on %s, %d day%s later', day_text(role_last),
                            role_last - joined_first, iif(role_last - joined_first = 1, '', 's'))
                   ELSE 'a written role came by ' || day_text(role_last) END,
              format('; %s promised', count_text(:n, 'day was', 'days were')),
              iif(side.lived, 'People with lived experience', 'Everyone else'),
              side.in_time, side.people) AS says,
       entry || coalesce(',' || role_entry, '') AS entries,
       iif(joined_first IS NULL, 'participantJoined', 'roleAssigned') AS missing
FROM judged JOIN side ON side.initiative IS judged.initiative AND side.lived = judged.lived
