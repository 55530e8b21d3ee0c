-- power_talked_about
-- Power differences are talked about at the start.
-- Needs: meetingHeld, agreementAdopted, attendanceRecorded
-- Rule: A meeting that had power among its topics was held, or an agreement with a section on power
--   was adopted, before the working meeting number k of the initiative. Working meetings are all
--   that were held but visits, interviews, launches, parts of a larger meeting and those to which
--   nobody came. What was said is never judged. It is kept in form only if all who were there are
--   named and nobody among them has lived experience.
-- Parameter k: before which working meeting it is talked about; meetings; 2
-- Nothing: notApplicable; No initiative was opened.
WITH held AS MATERIALIZED (
  SELECT initiative, meeting, held_entry AS entry, first_day(date) AS first, last_day(date) AS last,
         coalesce(meeting_kind, '') NOT IN ('visit', 'interview', 'launch')
           AND part_of IS NULL AND nobody_came IS NOT 'yes' AS is_working
  FROM meeting_day WHERE held_entry IS NOT NULL
), numbered AS MATERIALIZED (
  SELECT initiative, meeting, entry, first, last,
         row_number() OVER (PARTITION BY initiative ORDER BY first, entry) AS nth_first,
         row_number() OVER (PARTITION BY initiative ORDER BY last IS NULL, last, entry) AS nth_last
  FROM held WHERE is_working
), attended AS (
  SELECT attended.meeting, count(DISTINCT who.id) AS people,
         max(expert.participant IS NOT NULL) AS has_expert,
         max(who.register IS NOT 'participant') AS has_others
  FROM attendance_recorded AS attended
  LEFT JOIN attendance_recorded__people__who AS who ON who.entry = attended.entry
  LEFT JOIN lived_expert AS expert ON expert.participant = who.id
  GROUP BY attended.meeting
), counted AS (
  SELECT DISTINCT meeting FROM attendance_count
), talk AS MATERIALIZED (
  SELECT held.initiative, held.entry, 'meeting ' || held.meeting AS talked, held.first, held.last,
         coalesce(attended.people, 0) AS people,
         attended.people > 0 AND NOT attended.has_expert AND NOT attended.has_others
           AND counted.meeting IS NULL AS without_experts
  FROM held
  JOIN meeting_held__topics AS topic ON topic.entry = held.entry
  LEFT JOIN attended ON attended.meeting = held.meeting
  LEFT JOIN counted ON counted.meeting = held.meeting
  WHERE ' ' || lower(topic.value) || ' ' GLOB '*[^a-z]power[^a-z]*'
  UNION ALL
  SELECT CAST(coalesce(
           (SELECT coalesce(formed.about, holds.value_id) FROM agreement_adopted__for AS holds
            LEFT JOIN group_formed AS formed
              ON holds.value_register = 'group' AND formed.id = holds.value_id
            WHERE holds.entry = agreement.entry
              AND (holds.value_register = 'initiative' OR formed.about IS NOT NULL)
            ORDER BY holds.nth LIMIT 1),
           belongs.initiative) AS TEXT),
         agreement.entry, 'the agreement ' || agreement.id || '@' || agreement.version,
         first_day(happened.date), last_day(happened.date), NULL, 0
  FROM agreement_adopted AS agreement
  JOIN agreement_adopted__sections AS section ON section.entry = agreement.entry
  JOIN entry_initiative AS belongs ON belongs.entry = agreement.entry
  JOIN entry_date AS happened ON happened.entry = agreement.entry
  WHERE ' ' || lower(section.title) || ' ' GLOB '*[^a-z]power[^a-z]*'
), edge AS MATERIALIZED (
  SELECT initiative, max(iif(nth_first = :k, first, NULL)) AS first,
         max(iif(nth_last = :k, last, NULL)) AS last,
         max(iif(nth_last = :k, entry, NULL)) AS entry,
         max(iif(nth_last = :k, meeting, NULL)) AS meeting,
         max(first IS NULL) AS is_undated, count(*) AS meetings
  FROM numbered GROUP BY initiative
), ranked AS (
  SELECT talk.*, CASE WHEN edge.entry IS NULL OR (talk.last < edge.first AND NOT edge.is_undated)
                        THEN iif(without_experts, 2, 1)
                      WHEN talk.entry = edge.entry AND NOT edge.is_undated THEN 4
                      WHEN talk.first > edge.last THEN 4
                      ELSE 3 END AS rank
  FROM talk LEFT JOIN edge ON edge.initiative = talk.initiative
), best AS (
  SELECT *, row_number() OVER (PARTITION BY initiative ORDER BY rank, last IS NULL, last, entry)
              AS nth
  FROM ranked
)
SELECT CASE coalesce(best.rank, iif(edge.entry IS NULL, 0, 4))
         WHEN 0 THEN 'notDue' WHEN 1 THEN 'pass' WHEN 2 THEN 'weak' WHEN 4 THEN 'fail'
         ELSE 'unknown' END AS verdict,
       'initiative:' || opened.id AS about, NULL AS person, opened.id AS initiative,
       coalesce(edge.last, :today) AS day,
       CASE WHEN best.entry IS NULL THEN
              format('Nobody recorded that power was talked about; working meetings held: %d.',
                     coalesce(edge.meetings, 0))
            ELSE format('Power was talked about in %s%s%s%s.', best.talked,
                        coalesce(' on ' || day_text(best.last), ', nobody says when'),
                        CASE WHEN best.people IS NULL THEN ''
                             WHEN best.people = 0 THEN ' (who was there is not recorded)'
                             ELSE format(' (%d %s there%s)', best.people,
                                         iif(best.people = 1, 'person was', 'people were'),
                                         iif(best.without_experts,
                                             ', nobody with lived experience', '')) END,
                        coalesce(format('; working meeting %d, %s, was held%s', :k, edge.meeting,
                                        coalesce(' on ' || day_text(edge.last),
                                                 ' on a day that is not recorded')), ''))
       END AS says,
       opened.entry || coalesce(',' || best.entry, '') || coalesce(',' || edge.entry, '')
         AS entries,
       'meetingHeld' AS missing
FROM initiative_opened AS opened
LEFT JOIN edge ON edge.initiative = opened.id
LEFT JOIN best ON best.initiative = opened.id AND best.nth = 1
