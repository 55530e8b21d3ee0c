-- you_said_we_did_sent
-- Each workshop gets a "You said, we did".
-- Needs: meetingHeld, messageSent, inputReceived
-- Rule: Within n days of each workshop that was held a "You said, we did" about it was sent, and
--   those sent by then are about every input from the workshop that was not withdrawn: adopted,
--   declined and pending alike.
-- Parameter n: from the workshop to You said, we did; calendar days; 42
-- Nothing: notApplicable; No workshop was held, as far as the record says.
WITH workshop AS MATERIALIZED (
  SELECT coalesce(held.meeting, held.id) AS meeting, min(held.entry) AS entry,
         coalesce(held.initiative, scheduled.initiative) AS initiative,
         max(held.nobody_came = 'yes') AS is_empty,
         min(coalesce(first_day(happened.date), first_day(scheduled.start))) AS from_day,
         min(coalesce(last_day(happened.date), last_day(scheduled.start))) AS to_day
  FROM meeting_held AS held
  JOIN entry_date AS happened ON happened.entry = held.entry
  LEFT JOIN meeting_scheduled AS scheduled ON scheduled.id = held.meeting
  WHERE coalesce(held.meeting_kind, scheduled.meeting_kind) = 'workshop'
  GROUP BY coalesce(held.meeting, held.id)
), input AS MATERIALIZED (
  SELECT input.meeting, input.id, input.entry
  FROM input_received AS input
  JOIN workshop ON workshop.meeting = input.meeting
  WHERE NOT EXISTS (SELECT 1 FROM input_revised AS again
                    WHERE again.input = input.id AND again.revision = 'withdrawn')
), letter AS MATERIALIZED (
  SELECT sent.entry, first_day(happened.date) AS from_day, last_day(happened.date) AS to_day
  FROM message_sent AS sent JOIN entry_date AS happened USING (entry)
  WHERE sent.what = 'youSaidWeDid'
), about_it AS (
  SELECT about.value_id AS meeting, letter.entry, letter.from_day, letter.to_day
  FROM letter JOIN message_sent__about AS about USING (entry) WHERE about.value_register = 'meeting'
  UNION
  SELECT input.meeting, letter.entry, letter.from_day, letter.to_day
  FROM input
  JOIN message_sent__about AS about ON about.value_register = 'input' AND about.value_id = input.id
  JOIN letter ON letter.entry = about.entry
), sent AS MATERIALIZED (
  SELECT about_it.meeting, count(*) AS letters, min(about_it.to_day) AS first_on,
         min(about_it.from_day) AS first_from, max(about_it.to_day IS NULL) AS is_undated,
         sum(about_it.to_day <= workshop.from_day + :n) AS in_time,
         group_concat(iif(coalesce(about_it.to_day <= workshop.from_day + :n, 1),
                          about_it.entry, NULL)) AS entries
  FROM about_it JOIN workshop ON workshop.meeting = about_it.meeting GROUP BY about_it.meeting
), covered AS (
  SELECT input.meeting, input.entry,
         max(about_it.to_day <= workshop.from_day + :n) AS is_covered
  FROM input
  JOIN workshop ON workshop.meeting = input.meeting
  LEFT JOIN message_sent__about AS about
    ON about.value_register = 'input' AND about.value_id = input.id
  LEFT JOIN letter AS about_it ON about_it.entry = about.entry
  GROUP BY input.entry
), inputs AS MATERIALIZED (
  SELECT meeting, count(*) AS inputs, coalesce(sum(is_covered), 0) AS covered,
         group_concat(entry) AS entries
  FROM covered GROUP BY meeting
), judged AS (
  SELECT workshop.*, sent.letters, sent.first_on, sent.first_from, sent.is_undated, sent.in_time,
         sent.entries AS sent_entries, coalesce(inputs.inputs, 0) AS inputs,
         coalesce(inputs.covered, 0) AS covered, inputs.entries AS input_entries
  FROM workshop
  LEFT JOIN sent ON sent.meeting = workshop.meeting
  LEFT JOIN inputs ON inputs.meeting = workshop.meeting
)
SELECT CASE WHEN is_empty THEN 'notApplicable'
            WHEN to_day IS NULL THEN 'unknown'
            WHEN in_time > 0 AND covered = inputs THEN 'pass'
            WHEN is_undated THEN 'unknown'
            WHEN :today <= to_day + :n THEN 'notDue'
            WHEN letters > 0 AND coalesce(in_time, 0) = 0 AND first_from <= to_day + :n
                THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'meeting:' || meeting AS about, NULL AS person, initiative, to_day AS day,
       CASE WHEN is_empty THEN format('Nobody came to workshop %s.', meeting)
            WHEN to_day IS NULL THEN format('The day of workshop %s is not recorded.', meeting)
            ELSE format('Workshop %s was held on %s; ', meeting, day_text(to_day)) ||
              CASE WHEN letters IS NULL THEN
                     format('no "You said, we did" is on record; it is due by %s.',
                            day_text(to_day + :n))
                   WHEN first_on IS NULL THEN
                     'when its "You said, we did" was sent is not recorded.'
                   ELSE format('"You said, we did" was sent on %s, %d day%s later (%s are the '
                       || 'most), '
                               || 'and in that time covered %d of %d input%s.',
                               day_text(first_on), first_on - to_day,
                               iif(first_on - to_day = 1, '', 's'), :n, covered, inputs,
                               iif(inputs = 1, '', 's')) END
       END AS says,
       entry || coalesce(',' || sent_entries, '') || coalesce(',' || input_entries, '') AS entries,
       iif(to_day IS NULL, 'meetingHeld', 'messageSent') AS missing
FROM judged
