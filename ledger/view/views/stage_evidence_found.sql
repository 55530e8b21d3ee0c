-- What the record holds towards each test of the level of participation (clause LV-02), one row for
-- each find: of which stage or initiative, for which level, for which part of its test, and whether
-- it is met, inferred (somebody worked it out), unknown (not told: a date, an arrival, who), or not
-- enough (`unmet`). Parts: 3.1 heard before the options were fixed, 3.2 an answer that changed
-- something; 4.1 and 5.1 put forward or drafted, 5.2 positions, 5.3 delivers.
CREATE VIEW stage_evidence_found AS
  WITH made AS (
    SELECT drafted.entry, drafted.id, drafted.register, drafted.words
    FROM version_made__drafted_by AS drafted
    UNION ALL
    SELECT choice.entry, choice.id, choice.register, choice.words FROM option_proposed__by AS choice
  ), changed AS (
    SELECT answered.value AS input, answered.entry, because.entry AS change_entry
    FROM response_given__inputs AS answered
    JOIN change_made__inputs AS because ON because.value = answered.value
    UNION
    SELECT answered.value, answered.entry, because.entry
    FROM response_given__inputs AS answered
    JOIN response_given__decisions AS decided ON decided.entry = answered.entry
    JOIN change_made__decisions AS because ON because.value = decided.value
  ), chair AS (
    SELECT role.entry, role.within_register || ':' || role.within_id AS within,
           iif(role.provenance = 'inferred' OR lived.provenance = 'inferred', 'inferred', 'met')
             AS state
    FROM role_holding AS role
    JOIN lived_held AS lived
      ON role.register = 'participant' AND lived.participant = role.id
     AND lived.from_entry < role.entry
     AND (lived.until_entry IS NULL OR lived.until_entry > role.entry)
    WHERE role.role = 'chair' AND role.standing IS NOT 'planned'
      AND (role.reply IS NULL OR role.reply = 'takenOn')
  ), sits AS (
    SELECT 'stage:' || stage AS "of", 'meeting:' || id AS within FROM meeting_scheduled
    WHERE stage IS NOT NULL
    UNION
    SELECT 'initiative:' || initiative, 'meeting:' || id FROM meeting_scheduled
    WHERE initiative IS NOT NULL
    UNION
    SELECT place."of", 'group:' || matter."group"
    FROM matter_raised AS matter JOIN stage_place AS place ON place.entry = matter.entry
    WHERE matter."group" IS NOT NULL
    UNION
    SELECT 'initiative:' || id, 'initiative:' || id FROM initiative_opened
  )
  SELECT place."of", 1 AS level_number, 1 AS part,
         CASE WHEN sent.provenance = 'inferred' THEN 'inferred'
              WHEN nullif(sent.arrived, 'unknown') IS NOT NULL OR report.entry IS NOT NULL
              THEN 'met' ELSE 'unknown' END AS state,
         sent.entry || coalesce(',' || report.entry, '') AS entries
  FROM message_sent AS sent JOIN stage_place AS place ON place.entry = sent.entry
  LEFT JOIN delivery_reported AS report
    ON report.entry = (SELECT min(told.entry) FROM delivery_reported AS told
                       WHERE told.message = sent.id
                         AND nullif(told.arrived, 'unknown') IS NOT NULL
                         AND told.provenance IS NOT 'inferred')
  WHERE sent.what IN ('progress', 'noChange', 'levelChanged')
  UNION ALL
  SELECT place."of", 2, 1,
         iif(said.provenance = 'inferred' OR response.provenance = 'inferred', 'inferred', 'met'),
         said.entry || ',' || response.entry
  FROM input_received AS said JOIN stage_place AS place ON place.entry = said.entry
  JOIN response_given__inputs AS answered ON answered.value = said.id
  JOIN response_given AS response ON response.entry = answered.entry
  UNION ALL
  SELECT "of", 3, 1, CASE WHEN provenance = 'inferred' THEN 'inferred'
                          WHEN is_before IS NULL THEN 'unknown' ELSE 'met' END,
         entry || ',' || fixed_entry
  FROM stage_heard WHERE is_before IS NOT 0
  UNION ALL
  SELECT place."of", 3, 2,
         iif(said.provenance = 'inferred' OR response.provenance = 'inferred'
             OR change.provenance = 'inferred', 'inferred', 'met'),
         said.entry || ',' || response.entry || ',' || change.entry
  FROM input_received AS said JOIN stage_place AS place ON place.entry = said.entry
  JOIN changed ON changed.input = said.id
  JOIN response_given AS response ON response.entry = changed.entry
  JOIN change_made AS change ON change.entry = changed.change_entry
  WHERE change.what_changed IS NOT NULL
  UNION ALL
  SELECT place."of", share.level_number, 1,
         CASE WHEN lived.participant IS NULL THEN 'unknown'
              WHEN entry.provenance = 'inferred' OR lived.provenance = 'inferred' THEN 'inferred'
              ELSE 'met' END,
         made.entry
  FROM made JOIN stage_place AS place ON place.entry = made.entry
  JOIN entry ON entry.entry = made.entry
  CROSS JOIN (SELECT 4 AS level_number UNION ALL SELECT 5) AS share
  LEFT JOIN lived_held AS lived
    ON made.register = 'participant' AND lived.participant = made.id
   AND lived.from_entry < made.entry
   AND (lived.until_entry IS NULL OR lived.until_entry > made.entry)
  WHERE lived.participant IS NOT NULL OR made.register = 'group' OR made.words IS NOT NULL
  UNION ALL
  SELECT place."of", 5, 2, iif(sum(seat.lived_positions > 0) = count(*), 'met', 'unmet'),
         group_concat(seat.entry || coalesce(',' || seat.position_entries, ''))
  FROM decision_seat AS seat JOIN stage_place AS place ON place.entry = seat.entry
  GROUP BY place."of"
  UNION ALL
  SELECT place."of", 5, 3,
         iif(action.provenance = 'inferred' OR lived.provenance = 'inferred', 'inferred', 'met'),
         action.entry
  FROM action_opened AS action JOIN stage_place AS place ON place.entry = action.entry
  JOIN action_opened__to AS whose ON whose.entry = action.entry AND whose.register = 'participant'
  JOIN lived_held AS lived
    ON lived.participant = whose.id AND lived.from_entry < action.entry
   AND (lived.until_entry IS NULL OR lived.until_entry > action.entry)
  WHERE action.stage_of_work = 'deliver'
    AND NOT EXISTS (SELECT 1 FROM action_updated AS u
                    WHERE u.action = action.id AND u.state = 'declined')
  UNION ALL
  SELECT "of", 6, 1, state, entry
  FROM (SELECT place."of", chair.state, chair.entry
        FROM chair JOIN stage_place AS place ON place.entry = chair.entry
        UNION
        SELECT sits."of", chair.state, chair.entry FROM chair JOIN sits USING (within))
  UNION ALL
  SELECT place."of", 6, 1,
         iif(2 * sum(seat.lived_positions) >= sum(seat.positions), 'met', 'unmet'),
         group_concat(seat.position_entries)
  FROM decision_seat AS seat JOIN stage_place AS place ON place.entry = seat.entry
  WHERE seat.positions > 0 GROUP BY place."of";
