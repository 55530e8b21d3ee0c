-- Where each person stands on a matter or decision. Only the last position before the decision
-- counts; earlier and later ones stay visible with `counted` 0.
CREATE VIEW position_current AS
  SELECT position.entry, position.matter,
         CAST(coalesce(position.decision, decision.id) AS TEXT) AS decision,
         position.participant, position."as" AS as_expertise, position."option" AS "option",
         position.stance, position.reason, position.reason_state, position.on_behalf_of,
         position.provenance,
         (decision.entry IS NULL OR position.decision IS NOT NULL
          OR position.entry < decision.entry)
         AND NOT EXISTS (
           SELECT 1 FROM position_recorded AS later
           WHERE later.participant = position.participant AND later.entry > position.entry
             AND later.matter IS position.matter AND later.decision IS position.decision
             AND later."option" IS position."option"
             AND (decision.entry IS NULL OR position.decision IS NOT NULL
                  OR later.entry < decision.entry)) AS counted
  FROM position_recorded AS position
  LEFT JOIN decision_made AS decision
    ON decision.entry = (SELECT min(d.entry) FROM decision_made AS d
                         WHERE d.matter = position.matter);
