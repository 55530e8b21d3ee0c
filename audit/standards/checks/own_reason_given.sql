-- own_reason_given
-- Every declined, part-taken or deferred input has its own reason.
-- Needs: responseGiven, rationaleShared
-- Rule: Each answer that declined something, took it in part, put it off or found it out of scope
--   gives a reason in at least c characters that are no stopgap such as "null", "×" or "n/a". It
--   is weak if more than b inputs got the same words, however written, and no shared reason is
--   linked. An answer that does not say what became of the input leaves it open. Whether the sort
--   of reason is recorded, too, is told and decides nothing: the words are what a person reads.
-- Parameter c: length of a reason; characters; 25
-- Parameter b: inputs that may have the same reason word for word; inputs; 5
-- Nothing: notApplicable; No answer declined an input, took it in part or put it off.
WITH answered AS MATERIALIZED (
  SELECT response.entry, response.id, response.initiative, response.disposition, response.reason,
         response.reason_code, response.rationale,
         trim(replace(replace(replace(
           replace(replace(replace(lower(coalesce(response.reason, '')), char(9), ' '), char(10),
               ' '),
                   char(13), ' '), ' ', ' ' || char(1)), char(1) || ' ', ''), char(1), ''),
           ' .,;:!?"''-–—…×*/') AS words,
         (SELECT count(*) FROM response_given__inputs AS input
          WHERE input.entry = response.entry) AS inputs
  FROM response_given AS response
  WHERE response.disposition IS NULL
     OR response.disposition IN ('declined', 'partly', 'deferred', 'outOfScope')
), shared AS MATERIALIZED (
  SELECT about.value_id AS response, max(about.entry) AS entry
  FROM rationale_shared__about AS about WHERE about.value_register = 'response'
  GROUP BY about.value_id
  UNION ALL
  SELECT response.id, max(told.entry)
  FROM rationale_shared__inputs AS told
  JOIN response_given__inputs AS input ON input.value = told.value
  JOIN response_given AS response ON response.entry = input.entry
  GROUP BY response.id
  UNION ALL
  SELECT response.id, told.entry
  FROM response_given AS response JOIN rationale_shared AS told ON told.id = response.rationale
), linked AS MATERIALIZED (SELECT response, max(entry) AS entry FROM shared GROUP BY response
), repeated AS MATERIALIZED (
  SELECT words, sum(inputs) AS inputs FROM answered GROUP BY words
), judged AS MATERIALIZED (
  SELECT answered.*, repeated.inputs AS alike, linked.entry AS shared_entry,
         first_day(given.date) AS day,
         CASE WHEN disposition IS NULL THEN 'open'
              WHEN reason IS NULL THEN 'none'
              WHEN answered.words IN ('', 'null', 'nil', 'none', 'n/a', 'na', 'x', 'tbc', 'tbd',
                                      'no reason', 'not applicable', 'unknown', 'see above')
                OR trim(answered.words, substr(answered.words, 1, 1) || ' ') = '' THEN 'stopgap'
              WHEN length(answered.words) < :c THEN 'short'
              WHEN repeated.inputs > :b AND linked.entry IS NULL THEN 'alike'
              ELSE 'own' END AS result
  FROM answered
  JOIN repeated ON repeated.words = answered.words
  JOIN entry_date AS given ON given.entry = answered.entry
  LEFT JOIN linked ON linked.response = answered.id
)
SELECT CASE result WHEN 'open' THEN 'unknown' WHEN 'own' THEN 'pass' WHEN 'alike' THEN 'weak'
                   ELSE 'fail' END AS verdict,
       'response:' || id AS about, NULL AS person, initiative, day,
       CASE result
         WHEN 'open' THEN format('Answer %s does not record what became of the input.', id)
         WHEN 'none' THEN format('Answer %s gives no reason.', id)
         WHEN 'stopgap' THEN format('The reason in answer %s is only "%s".', id, reason)
         WHEN 'short' THEN
           format('The reason in answer %s has %s; %s promised: "%s"', id,
                  count_text(length(words), 'character', 'characters'),
                  count_text(:c, 'was', 'were'), reason)
         WHEN 'alike' THEN
           format('%d inputs got the reason in answer %s word for word, and no shared reason is '
                  || 'linked: "%s"', alike, id, iif(length(reason) > 120,
                                                    substr(reason, 1, 117) || '...', reason))
         ELSE format('Answer %s gives its reason in %s; %s promised.', id,
                     count_text(length(words), 'character', 'characters'),
                     count_text(:c, 'was', 'were')) ||
              iif(reason_code IS NULL, ' What sort of reason it is is not recorded.', '') ||
              iif(alike > :b, format(' %d inputs share it, and the shared reason is linked.',
                                     alike),
                  '')
       END AS says,
       entry || coalesce(',' || shared_entry, '') AS entries,
       iif(result = 'open', 'responseGiven', NULL) AS missing
FROM judged
