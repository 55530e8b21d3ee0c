-- For each stage, and each initiative as a whole (`of`), the highest level of participation whose
-- test the record meets (clause LV-02; 0: none), and the first test above it that is not met:
-- `unmet_state` is inferred, unknown or unmet, `unmet_test` says in words what is not shown.
-- `skipped` counts tests below the level that are not met either. Null unmet: the sixth is met.
CREATE VIEW stage_evidence_level AS
  WITH test AS MATERIALIZED (
    SELECT *, max(iif(state = 'met', level_number, 0)) OVER (PARTITION BY "of") AS reached
    FROM stage_evidence_test
  )
  SELECT min(test.entry) AS entry, test."of", test.initiative, test.stage,
         test.reached AS level_number,
         coalesce(max(iif(test.level_number = test.reached, test.level, NULL)), 'none') AS level,
         max(iif(test.level_number = test.reached, test.entries, NULL)) AS entries,
         max(iif(test.level_number = test.reached + 1, test.level_number, NULL))
           AS unmet_level_number,
         max(iif(test.level_number = test.reached + 1, test.level, NULL)) AS unmet_level,
         max(iif(test.level_number = test.reached + 1, test.state, NULL)) AS unmet_state,
         max(iif(test.level_number = test.reached + 1, test.missing, NULL)) AS unmet_test,
         max(iif(test.level_number = test.reached + 1, test.entries, NULL)) AS unmet_entries,
         sum(test.level_number < test.reached AND test.state <> 'met') AS skipped,
         test.decisions, test.decisions_shared
  FROM test GROUP BY test."of";
