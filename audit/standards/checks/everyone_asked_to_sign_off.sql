-- everyone_asked_to_sign_off
-- The finished work goes to everyone who took part for sign-off.
-- Needs: signOffOpened, messageSent, deliveryReported, attendanceRecorded, inputReceived,
--   participantLeft
-- Rule: Each sign-off round was open for n days or more, and a message that asks for sign-off in
--   it arrived before its end with every participant who was at a meeting of the initiative, or
--   said something on record, before the round opened. Whoever left is asked, too, unless they may
--   not be contacted; whoever turned the message down is not counted. Where a meeting or an input
--   names no initiative, it counts for each.
-- Parameter n: how long the round is open; calendar days; 14
-- Nothing: notApplicable; No sign-off round is on record.
WITH closing AS MATERIALIZED (
  SELECT closed.round, max(closed.entry) AS entry,
         coalesce(nullif(closed.closed, 'unknown'), closed_on.date) AS date
  FROM sign_off_closed AS closed JOIN entry_date AS closed_on ON closed_on.entry = closed.entry
  GROUP BY closed.round
), round AS MATERIALIZED (
  SELECT opened.id, opened.entry, opened.initiative, closing.entry AS closing_entry,
         first_day(coalesce(opened.opens, opened_on.date)) AS opens_first,
         last_day(coalesce(opened.opens, opened_on.date)) AS opens_last,
         coalesce(min(first_day(opened.closes), first_day(closing.date)), first_day(opened.closes),
                  first_day(closing.date)) AS ends_first,
         coalesce(min(last_day(opened.closes), last_day(closing.date)), last_day(opened.closes),
                  last_day(closing.date)) AS ends_last
  FROM sign_off_opened AS opened
  JOIN entry_date AS opened_on ON opened_on.entry = opened.entry
  LEFT JOIN closing ON closing.round = opened.id
), gone AS MATERIALIZED (
  SELECT participant, max(entry) AS entry FROM participant_left WHERE may_be_contacted = 'no'
  GROUP BY participant
), took AS MATERIALIZED (
  SELECT participant, CAST(initiative AS TEXT) AS initiative, entry FROM took_part
), placeless AS MATERIALIZED (
  SELECT * FROM took WHERE initiative IS NULL
), concerned AS MATERIALIZED (
  SELECT round.id AS round, round.entry, took.participant, took.entry AS part_entry
  FROM round CROSS JOIN took ON took.initiative = round.initiative
  UNION ALL
  SELECT round.id, round.entry, took.participant, took.entry
  FROM round CROSS JOIN placeless AS took
  UNION ALL
  SELECT round.id, round.entry, took.participant, took.entry
  FROM round JOIN took ON took.initiative IS NOT NULL WHERE round.initiative IS NULL
), person AS MATERIALIZED (
  SELECT concerned.round, concerned.participant, min(concerned.part_entry) AS part_entry
  FROM concerned
  LEFT JOIN gone ON gone.participant = concerned.participant AND gone.entry < concerned.entry
  WHERE concerned.part_entry < concerned.entry AND gone.participant IS NULL
  GROUP BY concerned.round, concerned.participant
), asked AS MATERIALIZED (
  SELECT about.value_id AS round, message.participant, message.entry, message.arrival_entry,
         first_day(message.arrived) AS earliest, min(last_day(message.arrived)) AS latest,
         sum(message.arrived IS NULL AND message.trouble_entry IS NULL) AS some_open,
         sum(message.arrived IS NULL AND trouble.entry IS NOT NULL
             AND reveal(trouble.entry, 'trouble') IS NULL) AS some_sealed,
         sum(message.arrived IS NULL AND (reveal(trouble.entry, 'trouble') LIKE 'turned%'
               OR reveal(trouble.entry, 'trouble') LIKE 'trouble turned%')) AS turned_down
  FROM message_person AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND about.value_register = 'round'
  LEFT JOIN sealed_field AS trouble
    ON trouble.of_entry = message.trouble_entry AND trouble.field = 'trouble'
  WHERE message.what = 'signOffRequest'
  GROUP BY about.value_id, message.participant
), judged AS MATERIALIZED (
  SELECT round.*, person.participant, person.part_entry, asked.entry AS sent_entry,
         asked.arrival_entry, asked.latest,
         CASE WHEN asked.latest <= coalesce(ends_last, asked.latest) THEN 'reached'
              WHEN asked.turned_down THEN 'turnedDown'
              WHEN asked.some_sealed THEN 'sealed'
              WHEN asked.some_open THEN 'open'
              WHEN asked.earliest > ends_last THEN 'late'
              WHEN asked.latest IS NOT NULL THEN 'open'
              WHEN :today > ends_last OR closing_entry IS NOT NULL THEN 'missed'
              WHEN ends_last IS NULL THEN 'endUnknown'
              ELSE 'notDue' END AS result
  FROM round
  JOIN person ON person.round = round.id
  LEFT JOIN asked ON asked.round = round.id AND asked.participant = person.participant
)
SELECT CASE WHEN ends_first - opens_last >= :n THEN 'pass'
            WHEN ends_last - opens_first < :n THEN 'fail' ELSE 'unknown' END AS verdict,
       'round:' || id AS about, NULL AS person, initiative, opens_first AS day,
       iif(ends_first IS NULL OR opens_last IS NULL OR ends_last IS NULL OR opens_first IS NULL,
           format('From when to when round %s was open is not recorded.', id),
           format('Round %s was open from %s to %s, %d day%s; %s %s promised.', id,
                  day_text(opens_first), day_text(ends_last), ends_last - opens_first,
                  iif(ends_last - opens_first = 1, '', 's'), :n, iif(:n = 1, 'was', 'were')))
         AS says,
       entry || coalesce(',' || closing_entry, '') AS entries, 'signOffOpened' AS missing
FROM round
UNION ALL
SELECT CASE result WHEN 'reached' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                   WHEN 'missed' THEN 'fail' WHEN 'turnedDown' THEN 'notApplicable'
                   ELSE 'unknown' END,
       'round:' || id, participant, initiative, opens_first,
       CASE result
         WHEN 'reached' THEN format('%s took part and was asked to sign in round %s on %s.',
                                    participant, id, day_text(latest))
         WHEN 'turnedDown' THEN
           format('%s took part and turned down being asked to sign in round %s.', participant, id)
         WHEN 'sealed' THEN
           format('%s took part; why the message that asks to sign in round %s did not reach them '
                  || 'is sealed for you.', participant, id)
         WHEN 'open' THEN format('%s took part and was asked to sign in round %s; whether that '
                                 || 'arrived in time is not recorded.', participant, id)
         WHEN 'late' THEN format('%s took part and was asked to sign in round %s only on %s, after '
                                 || 'it had ended on %s.', participant, id, day_text(latest),
                                 day_text(ends_last))
         WHEN 'missed' THEN
           format('%s took part, and no message that asks to sign in round %s reached them.',
                  participant, id)
         WHEN 'endUnknown' THEN
           format('%s took part and was not asked to sign in round %s yet; when that ends is not '
                  || 'recorded.', participant, id)
         ELSE format('%s took part and can still be asked to sign in round %s until %s.',
                     participant, id, day_text(ends_last))
       END,
       entry || ',' || part_entry || coalesce(',' || sent_entry, '')
         || coalesce(',' || arrival_entry, ''),
       CASE result WHEN 'open' THEN 'deliveryReported' WHEN 'sealed' THEN 'sealed'
                   ELSE 'signOffOpened' END
FROM judged
