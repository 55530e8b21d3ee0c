-- Credit as people chose it
-- Whether people who had a part in a work are credited in it, in the form that they chose.
-- Says: {in} of {all} parts that people declared in a work are credited in the form that they
--   chose.
-- Nothing: Nobody has declared a part in a work.
-- Partner: uptake; a name on the cover says nothing of whose words are inside.
WITH part AS (
  SELECT participant, work, min(entry) AS entry, min(provenance) AS provenance,
         min(initiative) AS initiative
  FROM contribution_declared GROUP BY participant, work
), told AS (
  SELECT part.*,
         (SELECT form FROM credit_chosen AS c WHERE c.participant = part.participant
            AND (c.covers_work = part.work OR c.covers = 'everything')
          ORDER BY c.covers = 'everything', c.entry DESC LIMIT 1) AS chosen,
         (SELECT credit.entry FROM credit_roll AS credit
          WHERE credit.work = part.work AND credit.register = 'participant'
            AND credit.id = part.participant ORDER BY credit.entry DESC LIMIT 1) AS credit_entry,
         (SELECT credit.form FROM credit_roll AS credit
          WHERE credit.work = part.work AND credit.register = 'participant'
            AND credit.id = part.participant ORDER BY credit.entry DESC LIMIT 1) AS form,
         EXISTS (SELECT 1 FROM credit_published AS credit
                 WHERE coalesce(credit.of_work, credit."of") = part.work) AS is_published
  FROM part
)
SELECT NULL AS part, entry, credit_entry AS also, provenance,
       CASE WHEN chosen IS NULL OR NOT is_published THEN 'unknown'
            WHEN credit_entry IS NULL THEN iif(chosen IN ('notNamed', 'groupOnly'), 'in', 'out')
            WHEN form IS NULL THEN 'unknown'
            WHEN form = chosen THEN 'in' ELSE 'out' END AS state,
       NULL AS number
FROM told WHERE :initiative IS NULL OR initiative = :initiative
ORDER BY entry
