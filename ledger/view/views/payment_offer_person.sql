-- Each offer of pay by each participant to whom it was made: named in it, or in a group then.
-- `participant` is null where only words say to whom. `activity` is one that it covers, as the
-- offer says or else its rate; null where neither does.
CREATE VIEW payment_offer_person AS
  WITH reached AS (
    SELECT entry, id AS participant FROM payment_offered__to WHERE register = 'participant'
    UNION
    SELECT whom.entry, member.participant
    FROM payment_offered__to AS whom JOIN group_membership AS member ON member.group_id = whom.id
    WHERE whom.register = 'group' AND member.from_entry < whom.entry
      AND (member.until_entry IS NULL OR member.until_entry > whom.entry)
    UNION
    SELECT offer.entry, NULL FROM payment_offered AS offer
    WHERE NOT EXISTS (SELECT 1 FROM payment_offered__to AS whom
                      WHERE whom.entry = offer.entry AND whom.register IN ('participant', 'group'))
  ), covered AS (
    SELECT entry, value FROM payment_offered__covers
    UNION
    SELECT offer.entry, cover.value
    FROM payment_offered AS offer JOIN rate_set AS rate ON rate.id = offer.rate
    JOIN rate_set__covers AS cover ON cover.entry = rate.entry
    WHERE NOT EXISTS (SELECT 1 FROM payment_offered__covers AS own WHERE own.entry = offer.entry)
  )
  SELECT offer.entry, offer.initiative, reached.participant, covered.value AS activity,
         offer.rate, offer.occurred_at, offer.recorded_at, offer.provenance,
         (offer.rate IS NOT NULL OR offer.reward IS NOT NULL)
           AND (offer.when_paid IS NOT NULL OR offer.paid_within_min IS NOT NULL)
           AND EXISTS (SELECT 1 FROM payment_offered__forms AS form WHERE form.entry = offer.entry)
           AS says_how
  FROM payment_offered AS offer
  JOIN reached ON reached.entry = offer.entry
  LEFT JOIN covered ON covered.entry = offer.entry;
