-- limits_said_up_front
-- What cannot be changed is said up front; a limit cannot be invented later to refuse an input.
-- Needs: limitsDeclared, inputReceived, responseGiven
-- Rule: The limits of the initiative, or that there are none, were declared no later than the day
--   of the first input. Every answer that calls an input out of scope cites a limit, and that limit
--   was declared no later than the day on which the input came; on the same day the declaration
--   has to be recorded before the input. Until something is said it is not due.
-- Nothing: notApplicable; No initiative was opened and no input was called out of scope.
WITH declared AS MATERIALIZED (
  SELECT CAST(CASE declared.about_register WHEN 'initiative' THEN declared.about_id
                                           ELSE coalesce(stage.about, belongs.initiative) END
              AS TEXT) AS initiative,
         declared.entry, first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM limits_declared AS declared
  LEFT JOIN stage_opened AS stage
    ON declared.about_register = 'stage' AND stage.id = declared.about_id
  JOIN entry_initiative AS belongs ON belongs.entry = declared.entry
  JOIN entry_date AS happened ON happened.entry = declared.entry
), earliest_limit AS (
  SELECT initiative, entry, min(last) AS last FROM declared GROUP BY initiative
), limit_bounds AS (
  SELECT initiative, min(coalesce(first, 0)) AS first FROM declared GROUP BY initiative
), input AS MATERIALIZED (
  SELECT belongs.initiative, input.id, input.entry,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM input_received AS input
  JOIN entry_initiative AS belongs ON belongs.entry = input.entry
  JOIN entry_date AS happened ON happened.entry = input.entry
), earliest_input AS (
  SELECT initiative, id, entry, min(first) AS first FROM input GROUP BY initiative
), input_bounds AS (
  SELECT initiative, min(last) AS last, max(first IS NULL) AS is_undated
  FROM input GROUP BY initiative
), refused AS (
  SELECT response.entry AS response_entry, response.id AS response, response."limit",
         input.initiative, input.id AS input, input.entry AS input_entry, input.first, input.last,
         cited.entry AS limit_entry, first_day(happened.date) AS limit_first,
         last_day(happened.date) AS limit_last
  FROM response_given AS response
  JOIN response_given__inputs AS answered ON answered.entry = response.entry
  JOIN input ON input.id = answered.value
  LEFT JOIN limits_declared__limits_declared AS cited ON cited.id = response."limit"
  LEFT JOIN entry_date AS happened ON happened.entry = cited.entry
  WHERE response.disposition = 'outOfScope'
)
SELECT CASE WHEN input.entry IS NULL THEN 'notDue'
            WHEN limits.entry IS NULL OR limit_bounds.first > input_bounds.last THEN 'fail'
            WHEN input_bounds.is_undated THEN 'unknown'
            WHEN limits.last < input.first
              OR (limits.last = input.first AND limits.entry < input.entry) THEN 'pass'
            ELSE 'unknown' END AS verdict,
       'initiative:' || opened.id AS about, NULL AS person, opened.id AS initiative,
       coalesce(input.first, iif(input.entry IS NULL, :today, NULL)) AS day,
       CASE WHEN input.entry IS NULL THEN 'Nobody has said anything yet.'
            ELSE format('%s; the first input came %s.',
                        CASE WHEN limits.entry IS NULL THEN 'No limits were declared, nor that '
                                                            || 'there are none'
                             ELSE 'The limits were declared '
                                  || coalesce('on ' || day_text(limits.last),
                                              'on a day that is not recorded') END,
                        coalesce('on ' || day_text(input.first),
                                 'on a day that is not recorded')) END AS says,
       opened.entry || coalesce(',' || limits.entry, '') || coalesce(',' || input.entry, '')
         AS entries,
       iif(input_bounds.is_undated, 'inputReceived', 'limitsDeclared') AS missing
FROM initiative_opened AS opened
LEFT JOIN earliest_input AS input ON input.initiative = opened.id
LEFT JOIN input_bounds ON input_bounds.initiative = opened.id
LEFT JOIN earliest_limit AS limits ON limits.initiative = opened.id
LEFT JOIN limit_bounds ON limit_bounds.initiative = opened.id
UNION ALL
SELECT CASE WHEN limit_entry IS NULL OR limit_first > last THEN 'fail'
            WHEN limit_last < first OR (limit_last = first AND limit_entry < input_entry)
              THEN 'pass'
            ELSE 'unknown' END,
       'input:' || input, NULL, initiative, first,
       CASE WHEN limit_entry IS NULL THEN
              format('%s calls input %s out of scope and cites no limit.', response, input)
            WHEN limit_first > last THEN
              format('%s calls input %s out of scope by limit %s, declared after the fact: on %s; '
                     || 'the input came on %s.', response, input, "limit", day_text(limit_first),
                     day_text(last))
            ELSE format('%s calls input %s out of scope by limit %s, declared %s; the input came '
                        || '%s.', response, input, "limit",
                        coalesce('on ' || day_text(limit_last), 'on a day that is not recorded'),
                        coalesce('on ' || day_text(first), 'on a day that is not recorded'))
       END,
       response_entry || ',' || input_entry || coalesce(',' || limit_entry, ''),
       iif(first IS NULL, 'inputReceived', 'limitsDeclared')
FROM refused
