-- outsiders_told
-- So is anyone who contributed from outside the formal group.
-- Needs: inputReceived, participantJoined, messageSent, deliveryReported
-- Rule: What somebody outside the formal group said has a way back on record: straight to them,
--   through somebody, a notice where it was collected, or in public. None is a failure at once.
--   Within n days a message with the outcome, or a notice where people are, went that way: about
--   what they said, or its meeting, survey, channel or initiative. Outside are people who are told
--   of without a place in the ledger, whose words somebody passed on, or who are recorded as outside
--   the formal group.
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
), message AS MATERIALIZED (
  SELECT concerned.entry AS input_entry, sent.entry, sent.how,
         first_day(coalesce(happened.date, nullif(sent.arrived, 'unknown'))) AS from_day,
         last_day(coalesce(happened.date, nullif(sent.arrived, 'unknown'))) AS to_day
  FROM concerned
  JOIN message_sent__about AS about
    ON about.value_register = concerned.register AND about.value_id = concerned.id
  JOIN message_sent AS sent ON sent.entry = about.entry
  JOIN entry_date AS happened ON happened.entry = sent.entry
  WHERE (sent.what = 'outcome' OR sent.how = 'noticeWherePeopleAre')
    AND sent.entry > concerned.entry
), giver AS (
  SELECT entry, 'participant' AS register, participant AS id FROM input_received
  WHERE participant IS NOT NULL
  UNION ALL
  SELECT entry, coalesce(register, 'outside'), coalesce(id, description) FROM input_received__from
), through AS (
  SELECT entry, coalesce(register, 'outside') AS register, coalesce(id, description) AS id
  FROM input_received__return_route_through
), addressee AS MATERIALIZED (
  SELECT entry, 'participant' AS register, participant AS id FROM message_person
  UNION
  SELECT entry, coalesce(register, 'outside'), coalesce(id, description) FROM message_sent__to
), sent_back AS (
  SELECT message.* FROM message JOIN input ON input.entry = message.input_entry
  WHERE input.route IN ('noticeWhereCollected', 'inPublic')
    AND message.how IN ('noticeWherePeopleAre', 'website')
  UNION ALL
  SELECT message.* FROM message
  JOIN input ON input.entry = message.input_entry AND input.route = 'direct'
  JOIN giver ON giver.entry = input.entry
  JOIN addressee ON addressee.entry = message.entry AND addressee.register = giver.register
                AND addressee.id = giver.id
  UNION ALL
  SELECT message.* FROM message
  JOIN input ON input.entry = message.input_entry AND input.route = 'through'
  JOIN through ON through.entry = input.entry
  JOIN addressee ON addressee.entry = message.entry AND addressee.register = through.register
                AND addressee.id = through.id
), back AS MATERIALIZED (
  SELECT input_entry, entry, min(to_day) AS to_day, from_day FROM sent_back GROUP BY input_entry
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
                   ELSE format('the outcome went back on %s (%s), %d day%s later; %s are the most.',
                               day_text(back.to_day), word.words, back.to_day - input.to_day,
                               iif(back.to_day - input.to_day = 1, '', 's'), :n) END
       END AS says,
       input.entry || coalesce(',' || back.entry, '') AS entries,
       iif(input.to_day IS NULL, 'inputReceived', 'messageSent') AS missing
FROM input
LEFT JOIN back ON back.input_entry = input.entry
LEFT JOIN word ON word.route = input.route
