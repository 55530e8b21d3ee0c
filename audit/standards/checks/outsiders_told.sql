-- outsiders_told
-- So is anyone who contributed from outside the formal group.
-- Needs: inputReceived, participantJoined, messageSent, deliveryReported
-- Rule: What somebody outside the formal group said has a way back on record: straight to them,
--   through somebody, a notice where it was collected, or in public. None is a failure at once.
--   Within n days a message with the outcome, or a notice where people are, went that way: about
--   what they said, or its meeting, survey, channel or initiative. Outside are people who are told
--   of without a place in the ledger, whose words somebody passed on, or who are recorded as
--   outside the formal group.
-- Parameter n: from the input to the outcome on its route; calendar days; 42
-- Nothing: notApplicable; Nobody outside the formal group said anything, as far as is recorded.
WITH outsider AS MATERIALIZED (
  SELECT participant FROM participant_current WHERE outside_formal_group = 'yes'
), outside AS MATERIALIZED (
  SELECT entry FROM input_received__from WHERE description IS NOT NULL
  UNION SELECT entry FROM input_received__via
  UNION SELECT entry FROM input_received JOIN outsider USING (participant)
  UNION SELECT giver.entry FROM input_received__from AS giver
        JOIN outsider ON giver.register = 'participant' AND outsider.participant = giver.id
), input AS MATERIALIZED (
  SELECT input.entry, input.id, input.initiative, input.return_route AS route,
         coalesce(input.return_route, 'none') = 'none' AS is_dead_end,
         first_day(happened.date) AS from_day, last_day(happened.date) AS to_day
  FROM outside
  JOIN input_received AS input USING (entry)
  JOIN entry_date AS happened ON happened.entry = input.entry
), concerned AS (
  SELECT entry, 'input' AS register, id FROM input
  UNION ALL
  SELECT input.entry, 'meeting', told.meeting FROM input JOIN input_received AS told USING (entry)
  UNION ALL
  SELECT input.entry, 'survey', coalesce(told.survey, told.survey_row_survey)
  FROM input JOIN input_received AS told USING (entry)
  UNION ALL
  SELECT input.entry, 'channel', told.channel FROM input JOIN input_received AS told USING (entry)
  UNION ALL
  SELECT entry, 'initiative', initiative FROM input
), letter AS MATERIALIZED (
  SELECT sent.entry, coalesce(sent.how IN ('noticeWherePeopleAre', 'website'), 0) AS is_notice,
         first_day(coalesce(happened.date, nullif(sent.arrived, 'unknown'))) AS from_day,
         last_day(coalesce(happened.date, nullif(sent.arrived, 'unknown'))) AS to_day
  FROM message_sent AS sent JOIN entry_date AS happened ON happened.entry = sent.entry
  WHERE sent.what = 'outcome' OR sent.how = 'noticeWherePeopleAre'
), stop AS (
  -- What waits for a message and what went out, by what it is about and where it goes.
  SELECT concerned.register, concerned.id, 'notice' AS to_register, '' AS to_id,
         input.entry, input.entry AS input_entry, NULL AS letter_entry
  FROM input JOIN concerned ON concerned.entry = input.entry
  WHERE input.route IN ('noticeWhereCollected', 'inPublic')
  UNION ALL
  SELECT concerned.register, concerned.id, 'participant', told.participant, input.entry,
         input.entry, NULL
  FROM input
  JOIN concerned ON concerned.entry = input.entry
  JOIN input_received AS told ON told.entry = input.entry AND told.participant IS NOT NULL
  WHERE input.route = 'direct'
  UNION ALL
  SELECT concerned.register, concerned.id, coalesce(giver.register, 'outside'),
         coalesce(giver.id, giver.description), input.entry, input.entry, NULL
  FROM input
  JOIN concerned ON concerned.entry = input.entry
  JOIN input_received__from AS giver ON giver.entry = input.entry
  WHERE input.route = 'direct'
  UNION ALL
  SELECT concerned.register, concerned.id, coalesce(whom.register, 'outside'),
         coalesce(whom.id, whom.description), input.entry, input.entry, NULL
  FROM input
  JOIN concerned ON concerned.entry = input.entry
  JOIN input_received__return_route_through AS whom ON whom.entry = input.entry
  WHERE input.route = 'through'
  UNION ALL
  SELECT about.value_register, about.value_id, 'notice', '', letter.entry, NULL, letter.entry
  FROM letter JOIN message_sent__about AS about USING (entry) WHERE letter.is_notice
  UNION ALL
  SELECT about.value_register, about.value_id, 'participant', sent.participant, letter.entry, NULL,
         letter.entry
  FROM letter
  JOIN message_sent__about AS about USING (entry)
  JOIN message_person AS sent ON sent.entry = letter.entry
  UNION ALL
  SELECT about.value_register, about.value_id, coalesce(whom.register, 'outside'),
         coalesce(whom.id, whom.description), letter.entry, NULL, letter.entry
  FROM letter
  JOIN message_sent__about AS about USING (entry)
  JOIN message_sent__to AS whom ON whom.entry = letter.entry
), next AS (
  SELECT input_entry,
         min(letter_entry) OVER (PARTITION BY register, id, to_register, to_id ORDER BY entry DESC
                                 ROWS UNBOUNDED PRECEDING) AS letter_entry
  FROM stop WHERE id IS NOT NULL AND to_id IS NOT NULL
), first_letter AS (
  SELECT input_entry, min(letter_entry) AS letter_entry FROM next
  WHERE input_entry IS NOT NULL AND letter_entry IS NOT NULL GROUP BY input_entry
), back AS MATERIALIZED (
  SELECT first_letter.input_entry, letter.entry, letter.from_day, letter.to_day
  FROM first_letter JOIN letter ON letter.entry = first_letter.letter_entry
), word AS (
  SELECT 'direct' AS route, 'straight to the giver' AS words
  UNION ALL SELECT 'through', 'through somebody else'
  UNION ALL SELECT 'noticeWhereCollected', 'a notice where it was collected'
  UNION ALL SELECT 'inPublic', 'in public'
)
SELECT CASE WHEN input.is_dead_end THEN 'fail'
            WHEN input.to_day IS NULL THEN 'unknown'
            WHEN back.entry IS NULL THEN iif(:today > input.to_day + :n, 'fail', 'notDue')
            WHEN back.to_day IS NULL THEN 'unknown'
            WHEN back.to_day <= input.from_day + :n THEN 'pass'
            WHEN back.from_day > input.to_day + :n THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'input:' || input.id AS about, NULL AS person, input.initiative, input.to_day AS day,
       CASE WHEN input.is_dead_end THEN
              format('Input %s came from outside with no way back on record.', input.id)
            WHEN input.to_day IS NULL THEN
              format('When input %s came from outside is not recorded.', input.id)
            ELSE format('Input %s came from outside on %s; ', input.id, day_text(input.to_day)) ||
              CASE WHEN back.entry IS NULL THEN
                     format('no outcome went back (%s); it is due by %s.', word.words,
                            day_text(input.to_day + :n))
                   WHEN back.to_day IS NULL THEN 'when the outcome went back is not recorded.'
                   ELSE format('the outcome went back on %s (%s), %d day%s later; %s the most.',
                               day_text(back.to_day), word.words, back.to_day - input.to_day,
                               iif(back.to_day - input.to_day = 1, '', 's'),
                               count_text(:n, 'is', 'are')) END
       END AS says,
       input.entry || coalesce(',' || back.entry, '') AS entries,
       iif(input.to_day IS NULL, 'inputReceived', 'messageSent') AS missing
FROM input
LEFT JOIN back ON back.input_entry = input.entry
LEFT JOIN word ON word.route = input.route
