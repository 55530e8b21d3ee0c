-- Interview matrix
-- How many people of each kind each person has interviewed. Everyone in a group that interviews has
-- a row, with how often they were asked themselves; an interview both ways counts for both.
WITH part AS (
  SELECT DISTINCT attended.meeting, attended.id AS participant, attended.register,
         attended.as_expertise, attended.nth, attended.entry,
         ', ' || attended.parts || ', ' LIKE '%, interviewed, %' AS asked,
         ', ' || attended.parts || ', ' LIKE '%, wasInterviewed, %' AS answered
  FROM attendance_roll AS attended
  WHERE attended.register = 'participant' AND attended.meeting IN (
    SELECT meeting FROM meeting_list
    WHERE meeting_kind = 'interview' AND (:initiative IS NULL OR initiative = :initiative))
),
-- The expertise somebody answered in: the one named that day, else all they held.
brought AS (
  SELECT part.meeting, part.participant, coalesce(part.as_expertise, held.expertise) AS expertise
  FROM part LEFT JOIN participant_expertise AS held
    ON held.participant = part.participant AND held.from_entry < part.entry
   AND (held.until_entry IS NULL OR held.until_entry > part.entry)
  WHERE part.answered
),
asking AS (
  SELECT one.participant, other.expertise,
         count(DISTINCT other.participant || '@' || one.meeting) AS people
  FROM part AS one JOIN brought AS other
    ON other.meeting = one.meeting AND other.participant <> one.participant
  WHERE one.asked GROUP BY one.participant, other.expertise
),
expected AS (
  SELECT participant FROM part
  UNION
  SELECT member.participant FROM group_membership AS member
  WHERE member.until_entry IS NULL AND member.group_id IN (
    SELECT group_id FROM group_membership
    WHERE participant IN (SELECT participant FROM part WHERE asked))
)
SELECT person.entry, person.participant AS "Person:person", person.expertise AS "Brings:word",
       coalesce(sum(asking.people) FILTER (WHERE asking.expertise = 'livedExperience'), 0)
         AS "People with lived experience they asked",
       coalesce(sum(asking.people) FILTER (WHERE asking.expertise = 'practitioner'), 0)
         AS "Practitioners they asked",
       coalesce(sum(asking.people) FILTER (WHERE asking.expertise = 'technicalExpert'), 0)
         AS "Technical experts they asked",
       (SELECT count(DISTINCT part.meeting) FROM part
        WHERE part.participant = person.participant AND part.answered)
         AS "Times they were asked",
       (SELECT count(DISTINCT planned.entry) FROM meeting_scheduled__invited AS invited
        JOIN meeting_scheduled AS planned ON planned.entry = invited.entry
        JOIN meeting_list AS meeting ON meeting.meeting = planned.id
        WHERE invited.register = 'participant' AND invited.id = person.participant
          AND planned.meeting_kind = 'interview' AND meeting.held_entry IS NULL
          AND meeting.cancelled_entry IS NULL) AS "Planned and not held"
FROM expected JOIN participant_current AS person ON person.participant = expected.participant
LEFT JOIN asking ON asking.participant = expected.participant
GROUP BY person.participant
ORDER BY person.entry
