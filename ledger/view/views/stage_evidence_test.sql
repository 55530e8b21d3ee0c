-- For each stage, and each initiative as a whole (`of`), the six tests of the level of
-- participation (clause LV-02): state is met, inferred, unknown or unmet (stage_evidence_found);
-- `missing` says what is not shown, `entries` what was found. Decisions that were not
-- administrative, and in how many of them people with lived experience hold a position that counts,
-- are there for a share other than all.
CREATE VIEW stage_evidence_test AS
  WITH whole("of", initiative, stage, entry) AS (
    SELECT 'initiative:' || id, id, NULL, entry FROM initiative_opened
    UNION ALL
    SELECT 'stage:' || id, coalesce(about, initiative), id, entry FROM stage_opened
  ), test(level_number, level, part, missing) AS (
    VALUES (1, 'informed', 1, 'people were told of progress, of no change or of a new level, '
                              || 'and it reached them'),
           (2, 'consulted', 1, 'somebody said something and was answered'),
           (3, 'involved', 1, 'somebody was heard before the options were fixed'),
           (3, 'involved', 2, 'an answer led to a change, and the record says what changed'),
           (4, 'coDesigned', 1, 'somebody with lived experience put forward an option or '
                                || 'drafted a version'),
           (5, 'coProduced', 1, 'somebody with lived experience put forward an option or '
                                || 'drafted a version'),
           (5, 'coProduced', 2, 'people with lived experience hold a position that counts in '
                                || 'each decision that is not administrative'),
           (5, 'coProduced', 3, 'somebody with lived experience shares in an action that '
                                || 'delivers the work'),
           (6, 'led', 1, 'somebody with lived experience chairs, or they hold at least half of '
                         || 'the positions that count')
  ), part AS (
    SELECT "of", level_number, part,
           min(CASE state WHEN 'met' THEN 1 WHEN 'inferred' THEN 2 WHEN 'unknown' THEN 3
                          ELSE 4 END) AS rank,
           group_concat(entries) AS entries
    FROM stage_evidence_found GROUP BY "of", level_number, part
  ), seat AS (
    SELECT place."of", count(*) AS decisions, sum(seat.lived_positions > 0) AS shared
    FROM decision_seat AS seat JOIN stage_place AS place ON place.entry = seat.entry
    GROUP BY place."of"
  ), told AS (
    SELECT whole.*, test.level_number, test.level, coalesce(part.rank, 4) AS rank,
           iif(part.rank = 1, NULL, test.missing) AS missing, part.entries
    FROM whole CROSS JOIN test
    LEFT JOIN part ON part."of" = whole."of" AND part.level_number = test.level_number
                  AND part.part = test.part
    ORDER BY whole.entry, test.level_number, test.part
  )
  SELECT told.entry, told."of", told.initiative, told.stage, told.level_number, told.level,
         CASE max(told.rank) WHEN 1 THEN 'met' WHEN 2 THEN 'inferred' WHEN 3 THEN 'unknown'
                             ELSE 'unmet' END AS state,
         group_concat(told.missing, '; ') AS missing, group_concat(told.entries) AS entries,
         coalesce(seat.decisions, 0) AS decisions, coalesce(seat.shared, 0) AS decisions_shared
  FROM told LEFT JOIN seat ON seat."of" = told."of"
  GROUP BY told."of", told.level_number;
