-- Interviews
-- Every interview, planned and held: who asked whom, and both ways or not. What is known of the
-- consent, the log or transcript, and who checked it.
WITH part AS (
  SELECT meeting, part, group_concat(who, ', ') AS who FROM (
    SELECT DISTINCT attended.meeting, parts.value AS part, person.who
    FROM attendance_recorded AS attended
    JOIN attendance_recorded__people AS person ON person.entry = attended.entry
    JOIN attendance_recorded__people__parts AS parts
      ON parts.entry = person.entry AND parts.people_nth = person.nth
    ORDER BY attended.entry, person.nth)
  GROUP BY meeting, part
)
SELECT coalesce(meeting.held_entry, meeting.scheduled_entry) AS entry,
       meeting.meeting AS "Interview", meeting.planned_start AS "Planned",
       CASE WHEN meeting.cancelled_entry IS NOT NULL THEN 'cancelled'
            WHEN meeting.held_entry IS NULL THEN 'not held' ELSE meeting.held_at END AS "Held",
       coalesce(asked.who, iif(meeting.held_entry IS NULL, 'not held yet', NULL))
         AS "Who asked:who",
       coalesce(answered.who, iif(meeting.held_entry IS NULL, meeting.invited, NULL))
         AS "Who was asked:who",
       CASE WHEN asked.who IS NULL OR answered.who IS NULL THEN NULL
            WHEN asked.who = answered.who THEN 'yes'
            WHEN EXISTS (SELECT 1 FROM attendance_roll AS both WHERE both.meeting = meeting.meeting
                           AND both.parts LIKE '%interviewed%wasInterviewed%') THEN 'for some'
            ELSE 'no' END AS "Both ways",
       -- Only what one entry says for the room: one person's no would point at that person.
       (SELECT consent.room
        FROM mention JOIN consent_answered AS consent USING (entry)
        WHERE mention.register = 'meeting' AND mention.id = meeting.meeting
          AND consent.room IS NOT NULL
        ORDER BY consent.entry DESC LIMIT 1) AS "Consent:word",
       (SELECT group_concat(kept.id || ' (' || kept.evidence_kind || ')', ', ')
        FROM evidence_kept__of AS of_it JOIN evidence_kept AS kept USING (entry)
        WHERE of_it.value = 'meeting:' || meeting.meeting) AS "Log or transcript",
       (SELECT group_concat(kept.checked_by, ', ')
        FROM evidence_kept__of AS of_it JOIN evidence_kept AS kept USING (entry)
        WHERE of_it.value = 'meeting:' || meeting.meeting) AS "Checked by:who"
FROM meeting_list AS meeting
LEFT JOIN part AS asked ON asked.meeting = meeting.meeting AND asked.part = 'interviewed'
LEFT JOIN part AS answered
  ON answered.meeting = meeting.meeting AND answered.part = 'wasInterviewed'
WHERE meeting.meeting_kind = 'interview'
  AND (:initiative IS NULL OR meeting.initiative = :initiative)
ORDER BY entry
