-- experts_before_first_decision
-- People with lived experience take part before the first real decision is made.
-- Needs: participantJoined, attendanceRecorded, inputReceived, matterRaised, decisionMade
-- Rule: At least n_min people with lived experience came to a meeting or said something on a day
--   before the first decision of the initiative. Administrative decisions do not count; one whose
--   kind is not recorded does. People whom the record only counts, or names as a group, leave open
--   who they were. Until a decision is made it is not due.
-- Parameter n_min: people with lived experience who took part; people; 2
-- Nothing: notApplicable; No initiative was opened.
WITH decided AS MATERIALIZED (
  SELECT belongs.initiative, decision.id, decision.entry,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM decision_made AS decision
  LEFT JOIN matter_raised AS matter ON matter.id = decision.matter
  JOIN entry_initiative AS belongs ON belongs.entry = decision.entry
  JOIN entry_date AS happened ON happened.entry = decision.entry
  WHERE coalesce(decision.decision_kind, matter.matter_kind) IS NOT 'administrative'
), earliest AS (
  SELECT initiative, id, entry, min(first) AS first FROM decided GROUP BY initiative
), bounds AS MATERIALIZED (
  SELECT initiative, min(last) AS last, max(first IS NULL) AS is_undated
  FROM decided GROUP BY initiative
), took_part AS MATERIALIZED (
  SELECT belongs.initiative, input.participant, input.entry, happened.date
  FROM input_received AS input
  JOIN entry_initiative AS belongs ON belongs.entry = input.entry
  JOIN entry_date AS happened ON happened.entry = input.entry
  WHERE input.participant IS NOT NULL OR EXISTS (
    SELECT 1 FROM input_received__expertise AS spoke
    WHERE spoke.entry = input.entry AND spoke.value = 'livedExperience')
  UNION ALL
  SELECT meeting.initiative,
         iif(who.register = 'participant', who.id, NULL), attended.entry,
         coalesce(happened.date, meeting.date)
  FROM attendance_recorded AS attended
  JOIN meeting_day AS meeting ON meeting.meeting = attended.meeting
  JOIN entry_date AS happened ON happened.entry = attended.entry
  JOIN attendance_recorded__people__who AS who
    ON who.entry = attended.entry AND who.register IN ('participant', 'group')
  UNION ALL
  SELECT meeting.initiative, NULL, attended.entry,
         coalesce(happened.date, meeting.date)
  FROM attendance_recorded AS attended
  JOIN meeting_day AS meeting ON meeting.meeting = attended.meeting
  JOIN entry_date AS happened ON happened.entry = attended.entry
  JOIN attendance_recorded__counts AS counted
    ON counted.entry = attended.entry AND counted.expertise = 'livedExperience'
), expert AS MATERIALIZED (
  SELECT took_part.initiative, took_part.participant, took_part.entry, held.entry AS held_entry,
         first_day(took_part.date) AS first, last_day(took_part.date) AS last
  FROM took_part
  CROSS JOIN bounds ON bounds.initiative = took_part.initiative
  LEFT JOIN lived_expert AS held ON held.participant = took_part.participant
  WHERE (took_part.participant IS NULL OR held.entry IS NOT NULL)
    AND NOT coalesce(first_day(took_part.date) >= bounds.last, 0)
), surely AS (
  SELECT initiative, participant, entry, held_entry, min(last) AS last
  FROM expert WHERE participant IS NOT NULL AND last IS NOT NULL
  GROUP BY initiative, participant
), numbered AS (
  SELECT surely.*, row_number() OVER (PARTITION BY initiative ORDER BY last, surely.entry) AS nth
  FROM surely JOIN earliest USING (initiative) WHERE surely.last < earliest.first
), before AS (
  SELECT initiative, count(*) AS people,
         group_concat(entry || ',' || held_entry) FILTER (WHERE nth <= :n_min) AS entries
  FROM numbered GROUP BY initiative
), perhaps AS (
  SELECT initiative, count(DISTINCT participant) AS people, max(participant IS NULL) AS unnamed
  FROM expert GROUP BY initiative
), judged AS (
  SELECT opened.id AS initiative, opened.entry AS opened_entry, earliest.id AS decision,
         earliest.entry AS decision_entry, earliest.first, before.entries, bounds.is_undated,
         coalesce(before.people, 0) AS people,
         CASE WHEN earliest.entry IS NULL THEN 'notDue'
              WHEN before.people >= :n_min AND NOT bounds.is_undated THEN 'pass'
              WHEN coalesce(perhaps.people, 0) < :n_min AND NOT coalesce(perhaps.unnamed, 0)
                THEN 'fail'
              ELSE 'unknown' END AS verdict
  FROM initiative_opened AS opened
  LEFT JOIN earliest ON earliest.initiative = opened.id
  LEFT JOIN bounds ON bounds.initiative = opened.id
  LEFT JOIN before ON before.initiative = opened.id
  LEFT JOIN perhaps ON perhaps.initiative = opened.id
)
SELECT verdict, 'initiative:' || initiative AS about, NULL AS person, initiative,
       coalesce(first, iif(verdict = 'notDue', :today, NULL)) AS day,
       CASE WHEN verdict = 'notDue' THEN 'Nothing but administration has been decided yet.'
            ELSE format('%d %s with lived experience took part before the first decision, %s%s; '
                        || '%s promised.%s',
                        people, iif(people = 1, 'person', 'people'), decision,
                        coalesce(' on ' || day_text(first), ''), count_text(:n_min, 'was', 'were'),
                        CASE WHEN verdict <> 'unknown' THEN ''
                             WHEN is_undated THEN ' The day of a decision is not recorded.'
                             ELSE ' Who else did, or on which day, is not recorded.' END)
       END AS says,
       opened_entry || coalesce(',' || decision_entry, '') || coalesce(',' || entries, '')
         AS entries,
       iif(is_undated, 'decisionMade', 'attendanceRecorded') AS missing
FROM judged
