-- claims_tied_to_record
-- A claim in a report is tied to the record.
-- Needs: claimPublished, surveyAnswered, findingRaised
-- Rule: Each figure or sum that was claimed in a report or a work says how it is worked out: by
--   a query, or as a total of a survey question that it names. Worked out again it is what was
--   claimed, within the rounding that the claim states. Both values are told where it is not, and
--   whether somebody raised a finding about it. A total that has to be held back, or answers that
--   are not on record, leave it unknown; so does a claim in words about survey questions.
-- Nothing: notApplicable; No figure was claimed, as far as the record says.
WITH worked AS MATERIALIZED (
  SELECT CAST(value ->> 'entry' AS INTEGER) AS entry, CAST(value ->> 'nth' AS INTEGER) AS nth,
         value ->> 'verdict' AS verdict,
         value ->> 'found' AS found, value ->> 'why' AS why, value ->> 'sealed' AS is_sealed
  FROM json_each(:claims)
), asked AS MATERIALIZED (
  SELECT DISTINCT entry FROM claim_published__about WHERE value_register = 'surveyQuestion'
), found AS MATERIALIZED (
  SELECT substr(about.value, length('entry:') + 1) AS statement_id, min(about.entry) AS entry
  FROM finding_raised__about AS about WHERE about.value LIKE 'entry:%' GROUP BY about.value
), judged AS (
  SELECT claim.entry, claim.initiative, coalesce('report:' || claim.report,
                                                 'workVersion:' || claim.version) AS about,
         coalesce(claim.report, claim.version, 'A document') AS place,
         stated.nth, stated.unit, stated.label,
         coalesce(stated.figure, stated.money, '"' || stated.in_words || '"') AS stated,
         stated.rounding, claim.basis_metric IS NOT NULL OR claim.basis_query IS NOT NULL
           OR asked.entry IS NOT NULL AS is_tied,
         first_day(happened.date) AS day, worked.verdict, worked.found, worked.why,
         worked.is_sealed, found.entry AS finding_entry
  FROM claim_published AS claim
  JOIN claim_published__values AS stated ON stated.entry = claim.entry
  JOIN entry AS said ON said.entry = claim.entry
  JOIN entry_date AS happened ON happened.entry = claim.entry
  LEFT JOIN asked ON asked.entry = claim.entry
  LEFT JOIN worked ON worked.entry = claim.entry AND worked.nth = stated.nth
  LEFT JOIN found ON found.statement_id = said.statement_id
  WHERE stated.figure IS NOT NULL OR stated.money IS NOT NULL
     OR (stated.in_words IS NOT NULL AND asked.entry IS NOT NULL)
)
SELECT CASE WHEN NOT is_tied THEN 'fail'
            WHEN verdict IN ('agrees', 'rounded') THEN 'pass'
            WHEN verdict = 'differs' THEN 'fail'
            ELSE 'unknown' END AS verdict,
       about, NULL AS person, initiative, day,
       format('%s%s claims %s%s: ', place, coalesce(' (' || label || ')', ''), stated,
              coalesce(' ' || unit, '')) ||
         CASE WHEN NOT is_tied THEN 'it does not say how that is worked out.'
              WHEN verdict = 'agrees' THEN 'worked out again it is the same.'
              WHEN verdict = 'rounded' THEN format('worked out again it is %s, and so rounded.',
                  found)
              WHEN verdict = 'differs' THEN
                format('worked out again it is %s%s.', found,
                       iif(finding_entry IS NULL, '', '; somebody raised a finding about it'))
              WHEN :claims IS NULL THEN 'it was not worked out again here.'
              ELSE coalesce('not confirmed. ' || why,
                            'this program does not know how to work that out.') END AS says,
       entry || coalesce(',' || finding_entry, '') AS entries,
       CASE WHEN is_sealed THEN 'sealed' WHEN verdict IS NULL THEN 'claimPublished'
            ELSE 'surveyAnswered' END AS missing
FROM judged
