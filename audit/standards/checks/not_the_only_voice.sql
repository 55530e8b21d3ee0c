-- not_the_only_voice
-- Nobody is the only lived-experience voice in a deciding meeting.
-- Needs: attendanceRecorded, decisionMade
-- Rule: At each meeting in which more than administration was decided, at least k people with lived
--   experience were there, and they were at least the share s of all who were. Whoever came in
--   another expertise does not count as one of them. People who are only counted, or told as a
--   group, leave a least and a most; where these do not agree it is unknown.
-- Parameter k: people with lived experience in a deciding meeting; people; 2
-- Parameter s: their share of those present; share of people; 0.25
-- Nothing: notApplicable; No decision is on record as made in a meeting.
WITH decided AS MATERIALIZED (
  SELECT decision.meeting, min(decision.entry) AS entry, min(decision.id) AS decision,
         count(*) AS decisions, min(happened.date) AS date
  FROM decision_made AS decision
  LEFT JOIN matter_raised AS matter ON matter.id = decision.matter
  JOIN entry_date AS happened ON happened.entry = decision.entry
  WHERE decision.meeting IS NOT NULL
    AND coalesce(decision.decision_kind, matter.matter_kind) IS NOT 'administrative'
  GROUP BY decision.meeting
), attended AS MATERIALIZED (
  SELECT attended.entry, attended.meeting, attended.in_all_min, attended.in_all_max,
         attended.in_all IS NOT NULL AS has_total
  FROM attendance_recorded AS attended JOIN decided ON decided.meeting = attended.meeting
), person AS (
  SELECT attended.meeting, who.id,
         max(coalesce(person."as" = 'livedExperience', expert.participant IS NOT NULL)) AS lived
  FROM attended
  JOIN attendance_recorded__people AS person ON person.entry = attended.entry
  JOIN attendance_recorded__people__who AS who
    ON who.entry = person.entry AND who.people_nth = person.nth AND who.register = 'participant'
  LEFT JOIN lived_expert AS expert ON expert.participant = who.id
  GROUP BY attended.meeting, who.id
), named AS (
  SELECT meeting, count(*) AS people, sum(lived) AS lived FROM person GROUP BY meeting
), unnamed AS (
  SELECT DISTINCT attended.meeting
  FROM attended JOIN attendance_recorded__people__who AS who
    ON who.entry = attended.entry AND who.register IS NOT 'participant'
), counted AS (
  SELECT attended.meeting, max(counted.how_many_min) AS any_least,
         max(iif(counted.expertise = 'livedExperience', counted.how_many_min, 0)) AS lived_least,
         sum(iif(counted.expertise = 'livedExperience', counted.how_many_max, 0)) AS lived_most,
         max(counted.expertise = 'livedExperience' AND counted.how_many_max IS NULL) AS lived_open,
         sum(counted.how_many_max) AS most, max(counted.how_many_max IS NULL) AS is_open
  FROM attended JOIN attendance_recorded__counts AS counted ON counted.entry = attended.entry
  GROUP BY attended.meeting
), entries AS (
  SELECT meeting, group_concat(entry) AS entries, max(in_all_min) AS all_least,
         max(in_all_max) AS all_most, max(has_total AND in_all_max IS NULL) AS all_open,
         max(has_total) AS has_total
  FROM attended GROUP BY meeting
), bounds AS (
  SELECT decided.*, entries.entries,
         max(coalesce(named.lived, 0), coalesce(counted.lived_least, 0)) AS lived_least,
         CASE WHEN unnamed.meeting IS NULL AND NOT coalesce(counted.lived_open, 0)
               AND NOT (coalesce(entries.has_total, 0) AND counted.meeting IS NULL
                        AND coalesce(entries.all_most > coalesce(named.people, 0), 1))
              THEN coalesce(named.lived, 0) + coalesce(counted.lived_most, 0) END AS lived_most,
         max(coalesce(named.people, 0), coalesce(counted.any_least, 0),
             coalesce(entries.all_least, 0)) AS people_least,
         CASE WHEN entries.has_total AND NOT entries.all_open
                THEN max(entries.all_most, coalesce(named.people, 0))
              WHEN unnamed.meeting IS NULL AND NOT coalesce(counted.is_open, 0)
                AND NOT coalesce(entries.all_open, 0)
                THEN coalesce(named.people, 0) + coalesce(counted.most, 0) END AS people_most
  FROM decided
  LEFT JOIN entries ON entries.meeting = decided.meeting
  LEFT JOIN named ON named.meeting = decided.meeting
  LEFT JOIN unnamed ON unnamed.meeting = decided.meeting
  LEFT JOIN counted ON counted.meeting = decided.meeting
)
SELECT CASE WHEN entries IS NULL THEN 'unknown'
            WHEN lived_least >= :k AND lived_least >= CAST(:s AS REAL) * people_most THEN 'pass'
            WHEN lived_most < :k
              OR lived_most < CAST(:s AS REAL) * max(people_least, lived_most) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'meeting:' || bounds.meeting AS about, NULL AS person,
       coalesce(day.initiative, belongs.initiative) AS initiative,
       coalesce(first_day(day.date), first_day(bounds.date)) AS day,
       format('Meeting %s decided %s%s; %s.', bounds.meeting, bounds.decision,
              iif(bounds.decisions = 1, '', format(' and %d more', bounds.decisions - 1)),
              CASE WHEN entries IS NULL THEN 'who was there is not recorded'
                   ELSE format('of %s people there, %s had lived experience; at least %d, and a '
                               || 'share of %s, were promised',
                               CASE WHEN people_most IS NULL THEN format('%d or more', people_least)
                                    WHEN people_most > people_least
                                      THEN format('%d to %d', people_least, people_most)
                                    ELSE people_most END,
                               CASE WHEN lived_most IS NULL THEN format('%d or more', lived_least)
                                    WHEN lived_most > lived_least
                                      THEN format('%d to %d', lived_least, lived_most)
                                    ELSE lived_least END, :k, :s) END) AS says,
       bounds.entry || coalesce(',' || entries, '') AS entries, 'attendanceRecorded' AS missing
FROM bounds
LEFT JOIN meeting_day AS day ON day.meeting = bounds.meeting
JOIN entry_initiative AS belongs ON belongs.entry = bounds.entry
