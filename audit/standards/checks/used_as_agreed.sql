-- used_as_agreed
-- Stories, quotes and recordings are used only as agreed.
-- Needs: quoteUsed, inputReceived, consentAnswered, evidenceKept, attendanceRecorded
-- Rule: When somebody's words were used in a work, their last answer before, on quotes or
--   stories and for that input, work, initiative or everything, was yes and had not run out; their
--   own word that what they said may be public counts. A recording of a meeting is kept only if
--   everybody there agreed: as one room, or each of those who came. One no, even without a name,
--   and there is none.
-- Nothing: notApplicable; No quotation and no recording is on record.
WITH quote AS MATERIALIZED (
  SELECT used.entry, used.initiative, used.input, used.used_in, used.used_in_work,
         used.speaker_state, used.consent_id, input.entry AS input_entry, input.shared_with,
         input.id IS NOT NULL AND input.participant IS NULL AS is_nobodys,
         first_day(happened.date) AS day, last_day(happened.date) AS to_day,
         coalesce(input.participant,
                  (SELECT reveal(sealed.entry, sealed.field) FROM sealed_field AS sealed
                   WHERE sealed.of_entry = used.entry AND sealed.field = 'speaker')) AS speaker
  FROM quote_used AS used
  JOIN entry_date AS happened ON happened.entry = used.entry
  LEFT JOIN input_received AS input ON input.id = used.input
), said AS MATERIALIZED (
  SELECT quote.entry, answered.entry AS answer_entry, answered.participant
  FROM quote
  JOIN entry AS named ON named.statement_id = quote.consent_id
  JOIN consent_answered AS answered ON answered.entry = named.entry
), spoken AS MATERIALIZED (
  SELECT quote.*, said.answer_entry AS named_entry,
         coalesce(quote.speaker, iif(quote.speaker_state IS NULL, said.participant, NULL)) AS giver
  FROM quote LEFT JOIN said ON said.entry = quote.entry
), answer AS (
  SELECT spoken.entry, told.entry AS answer_entry, told.reply, told."until",
         max(told.entry) OVER (PARTITION BY spoken.entry) AS last_entry
  FROM spoken
  JOIN consent_answer AS told ON told.participant = spoken.giver
  JOIN entry_date AS happened ON happened.entry = told.entry
  WHERE told.scope IN ('quoted', 'story')
    AND (told.target IS NULL OR told.target IN ('input:' || spoken.input,
         'work:' || spoken.used_in_work, 'workVersion:' || spoken.used_in,
         'initiative:' || spoken.initiative))
    AND NOT coalesce(first_day(happened.date) > spoken.to_day, 0)
), last AS MATERIALIZED (
  SELECT entry, answer_entry, max(reply <> 'given') AS is_no, max(last_day("until")) AS until_day,
         max("until") AS "until"
  FROM answer WHERE answer_entry = last_entry GROUP BY entry
), recording AS MATERIALIZED (
  SELECT kept.entry, kept.id, kept.initiative, of.value_id AS meeting,
         first_day(happened.date) AS day, last_day(happened.date) AS to_day
  FROM evidence_kept AS kept
  JOIN entry_date AS happened ON happened.entry = kept.entry
  LEFT JOIN evidence_kept__of AS of ON of.entry = kept.entry AND of.value_register = 'meeting'
  WHERE kept.evidence_kind = 'recording'
), room AS MATERIALIZED (
  SELECT these.value_id AS meeting, min(told.entry) AS entry,
         max(told.room <> 'everyoneAgreed') AS is_no
  FROM consent_answered AS told
  JOIN consent_answered__scopes AS scope ON scope.entry = told.entry AND scope.value = 'recorded'
  JOIN consent_answered__covers_these AS these
    ON these.entry = told.entry AND these.value_register = 'meeting'
  WHERE told.room IS NOT NULL
  GROUP BY these.value_id
), came AS MATERIALIZED (
  SELECT DISTINCT recording.entry, recording.meeting, recording.to_day, who.id AS participant
  FROM recording
  JOIN attendance_recorded AS came ON came.meeting = recording.meeting
  JOIN attendance_recorded__people__who AS who
    ON who.entry = came.entry AND who.register = 'participant'
), own AS (
  SELECT came.entry, came.meeting, came.participant, told.reply, told."until", told.entry
      AS answer_entry,
         came.to_day, max(told.entry) OVER (PARTITION BY came.entry, came.meeting, came.participant)
           AS last_entry
  FROM came
  LEFT JOIN consent_answer AS told
    ON told.participant = came.participant AND told.scope = 'recorded'
   AND (told.target IS NULL OR told.target = 'meeting:' || came.meeting)
   AND NOT coalesce((SELECT first_day(happened.date) FROM entry_date AS happened
                     WHERE happened.entry = told.entry) > came.to_day, 0)
), own_last AS (
  SELECT entry, meeting, participant, max(answer_entry) AS answer_entry,
         max(reply IS NOT NULL AND reply <> 'given'
             OR coalesce(last_day("until") < to_day, 0)) AS is_no
  FROM own WHERE answer_entry IS last_entry GROUP BY entry, meeting, participant
), each AS MATERIALIZED (
  SELECT entry, meeting, count(*) AS people, sum(answer_entry IS NOT NULL AND NOT is_no) AS given,
         sum(is_no) AS refused, group_concat(answer_entry) AS entries
  FROM own_last GROUP BY entry, meeting
)
SELECT CASE WHEN spoken.giver IS NULL AND spoken.speaker_state = 'sealed' THEN 'unknown'
            WHEN spoken.giver IS NULL THEN iif(spoken.shared_with = 'public', 'pass', 'unknown')
            WHEN last.entry IS NULL OR last.is_no THEN 'fail'
            WHEN last."until" IS NULL THEN 'pass'
            WHEN last.until_day IS NULL OR spoken.day IS NULL THEN 'unknown'
            WHEN spoken.to_day <= last.until_day THEN 'pass'
            WHEN spoken.day > last.until_day THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'workVersion:' || spoken.used_in AS about, NULL AS person, spoken.initiative AS initiative,
       spoken.day AS day,
       format('Somebody''s words stand in %s%s; ', coalesce(spoken.used_in, 'a work'),
              coalesce(', of ' || day_text(spoken.day), '')) ||
         CASE WHEN spoken.giver IS NULL AND spoken.speaker_state = 'sealed' THEN
                'whose they are is sealed, and with it whether they agreed.'
              WHEN spoken.giver IS NULL AND spoken.shared_with = 'public' THEN
                'whoever said them let them be public.'
              WHEN spoken.giver IS NULL THEN 'whose they are is not recorded.'
              WHEN last.entry IS NULL THEN 'that the speaker agreed before is not on record.'
              WHEN last.is_no THEN 'the speaker''s last answer before was no.'
              WHEN last."until" IS NULL THEN 'the speaker had agreed.'
              ELSE format('the speaker had agreed until %s.',
                          coalesce(day_text(last.until_day), 'a day that is not recorded'))
         END AS says,
       -- Whose words they are is not to be read off the entry in which they agreed.
       spoken.entry || coalesce(',' || iif(spoken.speaker_state IS NULL, last.answer_entry, NULL),
                                ',' || spoken.named_entry, '')
         || iif(spoken.giver IS NULL AND spoken.shared_with = 'public', ',' || spoken.input_entry,
             '')
         AS entries,
       CASE WHEN spoken.giver IS NULL AND spoken.speaker_state = 'sealed' THEN 'sealed'
            WHEN spoken.day IS NULL OR spoken.giver IS NULL THEN 'quoteUsed'
            ELSE 'consentAnswered' END AS missing
FROM spoken LEFT JOIN last ON last.entry = spoken.entry
UNION ALL
SELECT CASE WHEN recording.meeting IS NULL THEN 'unknown'
            WHEN room.is_no OR each.refused > 0 THEN 'fail'
            WHEN room.entry IS NOT NULL OR each.given = each.people THEN 'pass'
            WHEN each.people IS NULL THEN 'unknown'
            ELSE 'fail' END,
       'evidence:' || recording.id, NULL, recording.initiative, recording.day,
       CASE WHEN recording.meeting IS NULL THEN
              format('Of which meeting recording %s is, is not recorded.', recording.id)
            ELSE format('Recording %s of meeting %s is kept; ', recording.id, recording.meeting) ||
              CASE WHEN room.is_no OR each.refused > 0 THEN 'not everybody there agreed.'
                   WHEN room.entry IS NOT NULL THEN 'everybody there agreed.'
                   WHEN each.people IS NULL THEN 'who was there and agreed is not recorded.'
                   ELSE format('of %d who came %d agreed, as far as the record says.', each.people,
                               each.given) END
       END,
       recording.entry || coalesce(',' || room.entry, '')
         || iif(room.entry IS NULL AND each.given = each.people, ',' || each.entries, ''),
       iif(recording.meeting IS NULL, 'evidenceKept', 'attendanceRecorded')
FROM recording
LEFT JOIN room ON room.meeting = recording.meeting
LEFT JOIN each ON each.entry = recording.entry AND each.meeting = recording.meeting
