-- Rates of pay. `replaced_by` names a later rate of the same basis for the same people.
CREATE VIEW rate_in_force AS
  SELECT rate.entry, rate.id AS rate, rate.initiative, rate.basis, rate.amount, rate.amount_minor,
         rate.amount_currency,
         (SELECT group_concat(value, ', ') FROM rate_set__covers AS c
          WHERE c.entry = rate.entry) AS covers,
         rate.for_whom, rate.engagement, rate.told, rate.nobody_is_paid, rate.why_nobody,
         rate.pay_region, rate.set_by, rate.decision, rate."from" AS since, rate."until",
         rate.provenance,
         (SELECT min(later.id) FROM rate_set AS later
          WHERE later.entry > rate.entry AND later.basis IS rate.basis
            AND later.for_whom IS rate.for_whom AND later.engagement IS rate.engagement
            AND later.pay_region IS rate.pay_region AND later.initiative IS rate.initiative)
           AS replaced_by
  FROM rate_set AS rate;
