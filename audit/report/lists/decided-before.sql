-- Decided before people joined
-- What was already decided when each kind of expertise first took part. It goes by the dates alone;
-- where a date is not known, nothing is taken to have been early or late.
WITH joined AS (
  SELECT expertise, min(coalesce("from_first", occurred_at_first)) AS first,
         sum(coalesce("from_first", occurred_at_first) IS NULL) AS without_day
  FROM (SELECT held.expertise, person."from_first", person.occurred_at_first
        FROM participant_expertise AS held JOIN participant_joined AS person
          ON person.id = held.participant AND person.entry = held.from_entry
        WHERE held.expertise IN ('livedExperience', 'practitioner', 'technicalExpert')
          AND (:initiative IS NULL OR person.initiative IS NULL
               OR person.initiative = :initiative)
        UNION ALL
        SELECT held.expertise, change."from_first", change.occurred_at_first
        FROM participant_expertise AS held JOIN participant_changed AS change
          ON change.participant = held.participant AND change.entry = held.from_entry
        WHERE held.expertise IN ('livedExperience', 'practitioner', 'technicalExpert'))
  GROUP BY expertise
),
kind(expertise) AS (VALUES ('livedExperience'), ('practitioner'), ('technicalExpert')),
told AS (
  SELECT made.entry, kind.expertise,
         CASE WHEN joined.expertise IS NULL THEN 'early'
              WHEN made.occurred_at_last IS NULL OR joined.first IS NULL THEN 'unknown'
              WHEN made.occurred_at_last < joined.first THEN 'early'
              WHEN made.occurred_at_first < joined.first THEN 'unknown'
              ELSE 'there' END AS state
  FROM decision_made AS made CROSS JOIN kind LEFT JOIN joined USING (expertise)
)
SELECT decision.entry, decision.decision AS "Decision", decision.occurred_at AS "When",
       decision.outcome AS "Decided", replace(decision.deciders, '; ', ', ') AS "Decided by:who",
       coalesce((SELECT group_concat(expertise, ', ') FROM told
                 WHERE told.entry = decision.entry AND state = 'early'), 'none of the three')
         AS "Nobody had joined yet with:word",
       coalesce((SELECT group_concat(expertise, ', ') FROM told
                 WHERE told.entry = decision.entry AND state = 'unknown'), 'none of the three')
         AS "Not known whether anybody had, with:word"
FROM decision_summary AS decision
WHERE EXISTS (SELECT 1 FROM told WHERE told.entry = decision.entry AND state <> 'there')
  AND (:initiative IS NULL OR decision.initiative = :initiative)
ORDER BY decision.entry
