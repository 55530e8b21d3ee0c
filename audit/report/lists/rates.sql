-- Rates
-- What people are paid, for what and from when, and who decided it. Whether they are told before
-- the work or after it; reading that no rate covers is work without pay.
SELECT rate.entry, rate.rate AS "Rate", rate.basis AS "Basis:word", rate.amount AS "Amount",
       rate.covers AS "Covers:word", rate.for_whom AS "For:who",
       rate.engagement AS "Engagement:word", rate.told AS "Told:word",
       rate.pay_region AS "Region", rate.set_by AS "Set by:who",
       rate.decision AS "Decision", rate.since AS "From",
       coalesce(rate."until", rate.replaced_by, 'in force') AS "Until",
       iif(rate.nobody_is_paid = 'yes',
           coalesce(rate.why_nobody, 'nobody is paid; why is not said'), 'people are paid')
         AS "Where nobody is paid"
FROM rate_in_force AS rate
WHERE :initiative IS NULL OR rate.initiative = :initiative
ORDER BY rate.entry
