-- Which payment pays for which logged time, straight or through a claim; not those that their payee
-- says never came, nor expenses and rewards besides pay. `share_field` opens the sum, with of_entry
-- = entry in sealed_field; of a claim it is the sum for all of its times.
CREATE VIEW time_payment AS
  WITH paid AS (
    SELECT payment.entry, payment.id AS payment, payment.participant, payment.payment_kind,
           payment.occurred_at, payment.recorded_at, cover.nth, cover.of_register AS register,
           cover.of_id AS id, cover.currency,
           cover.share_state, count(*) OVER (PARTITION BY payment.entry) AS covers
    FROM payment_made AS payment
    JOIN payment_made__covers AS cover ON cover.entry = payment.entry
    WHERE coalesce(payment.payment_kind, '') NOT IN ('expense', 'rewardBesidesPay')
      AND NOT EXISTS (SELECT 1 FROM payment_confirmed AS said
                      WHERE said.participant = payment.participant AND said.payment = payment.id
                        AND said.arrival = 'didNotCome'
                        AND NOT EXISTS (SELECT 1 FROM payment_confirmed AS later
                                        WHERE later.participant = said.participant
                                          AND later.payment = said.payment
                                          AND later.entry > said.entry AND later.arrival = 'came'))
  )
  SELECT time.id AS time, time.entry AS time_entry, NULL AS claim, NULL AS claim_entry, paid.entry,
         paid.payment, paid.payment_kind, paid.occurred_at, paid.recorded_at, paid.currency,
         paid.share_state, iif(paid.share_state IS NULL AND paid.covers = 1, 'amount',
                               'covers[' || paid.nth || '].share') AS share_field
  FROM paid JOIN time_logged AS time ON time.id = paid.id
  WHERE paid.register = 'time'
  UNION ALL
  SELECT time.id, time.entry, claim.id, claim.entry, paid.entry, paid.payment, paid.payment_kind,
         paid.occurred_at, paid.recorded_at, paid.currency, paid.share_state,
         iif(paid.share_state IS NULL AND paid.covers = 1, 'amount',
             'covers[' || paid.nth || '].share')
  FROM paid JOIN claim_made AS claim ON claim.id = paid.id
  JOIN claim_made__what_times AS item ON item.entry = claim.entry
  JOIN time_logged AS time ON time.id = item.value
  WHERE paid.register = 'claim';
