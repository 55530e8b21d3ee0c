-- The ledger in a few lines: counts, and what is still open.

-- :ledger
SELECT title, keeper, (SELECT count(*) FROM entry) AS entries,
       (SELECT recorded_at FROM entry ORDER BY entry DESC LIMIT 1) AS recorded_at
FROM ledger_opened ORDER BY entry LIMIT 1

-- :people
SELECT count(*) FILTER (WHERE here) AS present, count(*) FILTER (WHERE taking_part = 'no') AS gone,
       count(*) FILTER (WHERE taking_part = 'not recorded') AS unsure,
       count(*) FILTER (WHERE here AND expertise LIKE '%livedExperience%') AS lived,
       count(*) FILTER (WHERE here AND expertise LIKE '%practitioner%') AS practitioners,
       count(*) FILTER (WHERE here AND expertise LIKE '%technicalExpert%') AS technical,
       count(*) FILTER (WHERE here AND expertise = 'none') AS none,
       count(*) FILTER (WHERE here AND expertise IS NULL) AS untold,
       (SELECT count(*) FROM group_formed) AS groups
FROM (SELECT *, taking_part = 'yes' AS here FROM participant_current)

-- :said
SELECT count(*) AS inputs, count(*) FILTER (WHERE asks) AS asking,
       count(*) FILTER (WHERE asks AND responded = 'none') AS waiting,
       count(*) FILTER (WHERE asks AND responded = 'inferred') AS inferred,
       count(*) FILTER (WHERE asks AND responded = 'unresolved') AS unresolved
FROM (SELECT responded,
             asks_for_something = 'yes'
               AND NOT (register = 'input' AND input IN (
                 SELECT input FROM input_revised WHERE revision = 'withdrawn')) AS asks
      FROM input_status)

-- :decided
SELECT count(*) AS decisions,
       count(*) FILTER (WHERE decided_by IN ('not recorded', 'words only')) AS unnamed,
       (SELECT count(*) FROM matter_open) AS open
FROM decision_summary
