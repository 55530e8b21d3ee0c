-- level_matches_record
-- The declared level is no higher than what the record shows.
-- Needs: levelDeclared, messageSent, inputReceived, responseGiven, changeMade, matterRaised,
--   optionProposed, versionMade, positionRecorded, decisionMade, actionOpened, roleAssigned
-- Rule: The level last declared of a stage or initiative is at most the highest whose test the
--   record meets. 1: people were told how it goes, and it arrived. 2: somebody was heard and
--   answered. 3: heard before the options were fixed, and an answer says what it changed. 4: people
--   with lived experience put forward an option or drafted a version. 5: that, they hold a position
--   that counts in at least the share q of the decisions, and share in an action that delivers.
--   6: they chair, or hold half of the positions that count. It is not due before the planned end
--   of what it was declared of, and unknown where what is missing may only not be recorded.
-- Parameter q: share of decisions in which they hold a counted position; share of decisions; 1.0
-- Nothing: notApplicable; No level was declared.
WITH declared AS MATERIALIZED (
  SELECT newest.*, opened.planned, opened.entry AS opened_entry,
         coalesce(opened.initiative, belongs.initiative) AS initiative,
         coalesce(nullif(newest."from", 'unknown'), happened.date) AS since,
         CASE newest.level WHEN 'informed' THEN 1 WHEN 'consulted' THEN 2 WHEN 'involved' THEN 3
                           WHEN 'coDesigned' THEN 4 WHEN 'coProduced' THEN 5 WHEN 'led' THEN 6 END
           AS height,
         opened.closed_entry IS NULL AND last_day(opened.planned) >= :today AS is_going_on
  FROM (SELECT entry, "of" AS subject, level, "from",
               row_number() OVER (PARTITION BY "of" ORDER BY entry DESC) AS nth
        FROM level_declared) AS newest
  JOIN entry_initiative AS belongs ON belongs.entry = newest.entry
  JOIN entry_date AS happened ON happened.entry = newest.entry
  LEFT JOIN (
    SELECT CAST('stage:' || stage AS TEXT) AS subject, entry, planned, initiative, closed_entry
    FROM stage_list
    UNION ALL
    SELECT CAST('initiative:' || opened.id AS TEXT), opened.entry, opened.planned, opened.id,
           closed.entry
    FROM initiative_opened AS opened
    LEFT JOIN initiative_closed AS closed ON closed.about = opened.id
    GROUP BY opened.id
  ) AS opened ON opened.subject = newest.subject
  WHERE newest.nth = 1
), fifth AS (
  SELECT "of", max(state_rank) AS state_rank, count(*) AS parts FROM (
    SELECT "of", part, min(CASE state WHEN 'met' THEN 1 WHEN 'inferred' THEN 2
                                      WHEN 'unknown' THEN 3 ELSE 4 END) AS state_rank
    FROM stage_evidence_found WHERE level_number = 5 AND part IN (1, 3) GROUP BY "of", part)
  GROUP BY "of"
), test AS MATERIALIZED (
  SELECT CAST(shown."of" AS TEXT) AS subject, shown.level_number, shown.missing, shown.entries,
         shown.decisions, shown.decisions_shared,
         CASE WHEN shown.level_number = 5 AND shown.decisions > 0 AND fifth.parts = 2
               AND shown.decisions_shared >= CAST(:q AS REAL) * shown.decisions
              THEN CASE fifth.state_rank WHEN 1 THEN 'met' WHEN 2 THEN 'inferred'
                                         WHEN 3 THEN 'unknown' ELSE 'unmet' END
              ELSE shown.state END AS state
  FROM stage_evidence_test AS shown LEFT JOIN fifth ON fifth."of" = shown."of"
), reached AS (
  SELECT subject, max(iif(state = 'met', level_number, 0)) AS height, max(decisions) AS decisions,
         max(decisions_shared) AS decisions_shared
  FROM test GROUP BY subject
), enough AS (
  SELECT declared.subject, min(test.level_number) AS level_number, test.entries
  FROM declared JOIN test ON test.subject = declared.subject
                         AND test.level_number >= declared.height AND test.state = 'met'
  GROUP BY declared.subject
), doubtful AS (
  SELECT declared.subject, min(test.level_number) AS level_number, test.state
  FROM declared JOIN test ON test.subject = declared.subject
                         AND test.level_number >= declared.height
                         AND test.state IN ('unknown', 'inferred')
  GROUP BY declared.subject
), unmet AS (
  SELECT reached.subject, min(test.level_number) AS level_number, test.missing
  FROM reached JOIN test ON test.subject = reached.subject
                        AND test.level_number > reached.height AND test.state <> 'met'
  GROUP BY reached.subject
), shown AS (
  SELECT reached.subject, group_concat(test.entries) AS entries
  FROM reached JOIN test ON test.subject = reached.subject
                        AND test.level_number = reached.height
  GROUP BY reached.subject
), name(height, name) AS (
  VALUES (0, 'none'), (1, '1, informed'), (2, '2, consulted'), (3, '3, involved'),
         (4, '4, co-designed'), (5, '5, co-produced'), (6, '6, led')
)
SELECT CASE WHEN declared.height IS NULL THEN 'unknown'
            WHEN enough.subject IS NOT NULL THEN 'pass'
            WHEN declared.is_going_on THEN 'notDue'
            WHEN doubtful.subject IS NOT NULL THEN 'unknown'
            ELSE 'fail' END AS verdict,
       declared.subject AS about, NULL AS person, declared.initiative,
       first_day(declared.since) AS day,
       CASE WHEN declared.height IS NULL THEN
              'The level was declared in words of its own, which no test goes with.'
            ELSE format('Declared: %s%s. The record shows: %s.%s%s', said.name,
                        coalesce(', on ' || day_text(first_day(declared.since)), ''),
                        found.name,
                        CASE WHEN enough.subject IS NOT NULL THEN ''
                             ELSE coalesce(' Not shown: ' || unmet.missing || '.', '') END,
                        CASE WHEN declared.height < 5 OR reached.decisions = 0 THEN ''
                             ELSE format(' They hold a position in %d of %d decisions; a share of '
                                         || '%s was promised.', reached.decisions_shared,
                                         reached.decisions, :q) END) END AS says,
       declared.entry || coalesce(',' || coalesce(enough.entries, shown.entries), '') AS entries,
       CASE WHEN declared.height IS NULL THEN 'levelDeclared'
            WHEN doubtful.state = 'inferred' THEN 'witnessed or attested'
            ELSE CASE doubtful.level_number
                   WHEN 1 THEN 'deliveryReported' WHEN 2 THEN 'responseGiven'
                   WHEN 3 THEN 'inputReceived' WHEN 4 THEN 'optionProposed'
                   WHEN 5 THEN 'positionRecorded' ELSE 'roleAssigned' END END AS missing
FROM declared
LEFT JOIN reached ON reached.subject = declared.subject
LEFT JOIN enough ON enough.subject = declared.subject
LEFT JOIN doubtful ON doubtful.subject = declared.subject
LEFT JOIN unmet ON unmet.subject = declared.subject
LEFT JOIN shown ON shown.subject = declared.subject
LEFT JOIN name AS said ON said.height = declared.height
LEFT JOIN name AS found ON found.height = coalesce(reached.height, 0)
