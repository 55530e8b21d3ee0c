-- purpose_before_invitation
-- Why people are being involved, and what for, is written down before anyone is invited.
-- Needs: initiativeOpened, messageSent
-- Rule: The initiative says why people are involved, in at least min_chars characters, and was
--   opened no later than the day of the first invitation that belongs to it. A shorter reason is
--   kept in form only. Until somebody is invited it is not due.
-- Parameter min_chars: length of the written reason; characters; 40
-- Nothing: notApplicable; No initiative was opened.
WITH invited AS MATERIALIZED (
  SELECT CAST(coalesce(
           (SELECT about.value_id FROM message_sent__about AS about
            WHERE about.entry = message.entry AND +about.value_register = 'initiative'),
           belongs.initiative) AS TEXT) AS initiative,
         message.entry, message.id AS message,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM message_sent AS message
  JOIN entry_initiative AS belongs ON belongs.entry = message.entry
  JOIN entry_date AS happened ON happened.entry = message.entry
  WHERE message.what = 'invitation'
), earliest AS (
  SELECT initiative, entry, message, min(first) AS first FROM invited GROUP BY initiative
), bounds AS (
  SELECT initiative, min(last) AS last, max(first IS NULL) AS is_undated
  FROM invited GROUP BY initiative
), compared AS (
  SELECT opened.id AS initiative, opened.entry AS opened_entry,
         length(trim(coalesce(opened.why, ''))) AS characters,
         first_day(happened.date) AS opened_first, last_day(happened.date) AS opened_last,
         earliest.entry AS invited_entry, earliest.message, earliest.first AS invited_first,
         bounds.last AS invited_last, bounds.is_undated
  FROM initiative_opened AS opened
  JOIN entry_date AS happened ON happened.entry = opened.entry
  LEFT JOIN earliest ON earliest.initiative = opened.id
  LEFT JOIN bounds ON bounds.initiative = opened.id
), judged AS (
  SELECT *, CASE WHEN invited_entry IS NULL THEN 'notDue'
                 WHEN characters = 0 OR opened_first > invited_last THEN 'fail'
                 WHEN opened_last <= invited_first AND NOT is_undated
                   THEN iif(characters >= :min_chars, 'pass', 'weak')
                 ELSE 'unknown' END AS verdict
  FROM compared
)
SELECT verdict, 'initiative:' || initiative AS about, NULL AS person, initiative,
       coalesce(invited_first, iif(verdict = 'notDue', :today, NULL)) AS day,
       CASE WHEN verdict = 'notDue' THEN 'Nobody has been invited yet.'
            WHEN characters = 0 THEN
              format('People were invited (%s%s); why they are involved is not written down.',
                     message, coalesce(', ' || day_text(invited_first), ''))
            ELSE format('Why people are involved was written down in %d character%s%s; the first '
                        || 'invitation, %s, went out %s. A reason of at least %d was promised.',
                        characters, iif(characters = 1, '', 's'),
                        coalesce(' on ' || day_text(opened_first), ', nobody says when'), message,
                        iif(is_undated, 'on a day that is not recorded',
                            'on ' || day_text(invited_first)), :min_chars)
       END AS says,
       opened_entry || coalesce(',' || invited_entry, '') AS entries,
       iif(is_undated, 'messageSent', 'initiativeOpened') AS missing
FROM judged
