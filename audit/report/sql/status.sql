-- The ledger in a few lines: counts, and what is still open.

-- :ledger
SELECT title, keeper, (SELECT count(*) FROM entry) AS entries,
       (SELECT recorded_at FROM entry ORDER BY entry DESC LIMIT 1) AS recorded_at
FROM ledger_opened ORDER BY entry LIMIT 1

-- :people
SELECT count(*) FILTER (WHERE left_entry IS NULL) AS present,
       count(*) FILTER (WHERE left_entry IS NOT NULL) AS gone,
       count(*) FILTER (WHERE left_entry IS NULL AND expertise LIKE '%livedExperience%') AS lived,
       count(*) FILTER (WHERE left_entry IS NULL AND expertise LIKE '%practitioner%')
         AS practitioners,
       count(*) FILTER (WHERE left_entry IS NULL AND expertise LIKE '%technicalExpert%')
         AS technical,
       (SELECT count(*) FROM group_formed) AS groups
FROM participant_current

-- :said
SELECT count(*) AS inputs, count(*) FILTER (WHERE asks_for_something = 'yes') AS asking,
       count(*) FILTER (WHERE asks_for_something = 'yes' AND responded IN ('none', 'unresolved')
                          AND input NOT IN (SELECT input FROM input_revised
                                            WHERE revision = 'withdrawn')) AS waiting
FROM input_status

-- :decided
SELECT count(*) AS decisions,
       count(*) FILTER (WHERE decided_by IN ('not recorded', 'words only')) AS unnamed,
       (SELECT count(*) FROM matter_open) AS open
FROM decision_summary
