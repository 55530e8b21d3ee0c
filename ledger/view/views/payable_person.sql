-- Whose time the initiative has to pay for: everybody with lived experience whom no employer or
-- other body pays for being here, and whoever is on record as paid by the initiative.
CREATE VIEW payable_person AS
  WITH payer AS (
    SELECT told.participant, told.entry, told.paid_by, max(told.entry)
    FROM participant_statement AS told WHERE told.paid_by IS NOT NULL GROUP BY told.participant
  )
  SELECT joined.id AS participant, coalesce(expert.entry, payer.entry) AS entry, payer.paid_by,
         expert.participant IS NOT NULL AS has_lived_experience
  FROM participant_joined AS joined
  LEFT JOIN lived_expert AS expert ON expert.participant = joined.id
  LEFT JOIN payer ON payer.participant = joined.id
  WHERE payer.paid_by = 'initiative'
     OR expert.participant IS NOT NULL AND coalesce(payer.paid_by, '') NOT IN ('employer', 'other');
