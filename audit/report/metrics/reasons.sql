-- Answers with a reason of their own
-- Whether answers that say no, partly or later give a reason: in words, for this input, and not one
--   set phrase for many.
-- Says: {in} of {all} answers that did not simply take an input up give a reason of their own.
-- Nothing: No answer is on record that declines, defers or takes up in part.
-- Partner: verified-fair; a reason can be long and still convince nobody.
WITH reason AS (
  SELECT response.entry, response.provenance, response.initiative, response.rationale,
         trim(lower(coalesce(response.reason, ''))) AS words
  FROM response_given AS response
  WHERE response.disposition IN ('declined', 'partly', 'deferred', 'outOfScope')
    AND response.provenance IS NOT 'inferred'
), shared AS (
  SELECT words, count(*) AS times
  FROM reason JOIN response_given__inputs AS answered USING (entry) GROUP BY words
)
SELECT NULL AS part, reason.entry, NULL AS also, reason.provenance,
       CASE WHEN reason.words = '' AND reason.rationale IS NULL THEN 'out'
            WHEN length(replace(reason.words, ' ', '')) < 25 AND reason.rationale IS NULL THEN 'out'
            WHEN shared.times > 5 AND reason.rationale IS NULL THEN 'out'
            ELSE 'in' END AS state,
       NULL AS number
FROM reason LEFT JOIN shared ON shared.words = reason.words
WHERE :initiative IS NULL OR reason.initiative = :initiative
ORDER BY reason.entry
