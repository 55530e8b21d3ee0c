-- Everybody on the register as they stand now; people who left stay, with the entry that says so.
-- `taking_part` is 'yes', 'no' for who left the ledger, or 'not recorded' where somebody is told to
-- have left and neither what nor which. Who left a group or an initiative still takes part.
CREATE VIEW participant_current AS
  SELECT joined.id AS participant, joined.entry,
         (SELECT group_concat(expertise, ', ') FROM participant_expertise AS held
          WHERE held.participant = joined.id AND held.until_entry IS NULL) AS expertise,
         (SELECT organisation FROM participant_statement AS told
          WHERE told.participant = joined.id
            AND (organisation IS NOT NULL OR EXISTS (
              SELECT 1 FROM participant_changed__no_longer AS n
              WHERE n.entry = told.entry AND n.value = 'organisation'))
          ORDER BY told.entry DESC LIMIT 1) AS organisation,
         (SELECT pay_region FROM participant_statement AS told
          WHERE told.participant = joined.id
            AND (pay_region IS NOT NULL OR EXISTS (
              SELECT 1 FROM participant_changed__no_longer AS n
              WHERE n.entry = told.entry AND n.value = 'payRegion'))
          ORDER BY told.entry DESC LIMIT 1) AS pay_region,
         (SELECT paid_by FROM participant_statement AS told
          WHERE told.participant = joined.id AND paid_by IS NOT NULL
          ORDER BY told.entry DESC LIMIT 1) AS paid_by,
         (SELECT found FROM participant_statement AS told
          WHERE told.participant = joined.id AND found IS NOT NULL
          ORDER BY told.entry DESC LIMIT 1) AS found,
         (SELECT outside_formal_group FROM participant_statement AS told
          WHERE told.participant = joined.id AND outside_formal_group IS NOT NULL
          ORDER BY told.entry DESC LIMIT 1) AS outside_formal_group,
         joined."from" AS since, joined.provenance,
         gone.entry AS left_entry,
         CASE WHEN gone.entry IS NULL THEN 'yes'
              WHEN gone.leaving = 'ledger' THEN 'no' ELSE 'not recorded' END AS taking_part
  FROM participant_joined AS joined
  LEFT JOIN participant_left AS gone
    ON gone.entry = (SELECT one.entry FROM participant_left AS one
                     WHERE one.participant = joined.id
                       AND (one.leaving = 'ledger' OR one.leaving IS NULL AND one.about IS NULL)
                     ORDER BY one.leaving IS NULL, one.entry LIMIT 1);
