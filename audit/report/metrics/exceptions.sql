-- Exceptions to the rules
-- How many exceptions to a rule were asked for, and how many of them somebody other than the asker
--   approved.
-- Says: {in} of {all} exceptions that were asked for were approved.
-- Nothing: No exception to a rule was asked for on record. Rules that are simply not kept need no
--   exception.
-- Partner: level-gap; an exception on record is better than a rule quietly broken.
SELECT NULL AS part, asked.entry, settled.entry AS also, asked.provenance,
       CASE settled.result WHEN 'approved' THEN 'in' WHEN 'ended' THEN 'in'
                           WHEN 'refused' THEN 'out' ELSE 'unknown' END AS state,
       NULL AS number
FROM waiver_requested AS asked
LEFT JOIN waiver_settled AS settled
  ON settled.entry = (SELECT max(s.entry) FROM waiver_settled AS s WHERE s.waiver = asked.id)
WHERE :initiative IS NULL OR asked.initiative = :initiative
ORDER BY asked.entry
