-- agenda_open_to_experts
-- People with lived experience can put things on the agenda.
-- Needs: messageSent, agendaItemProposed, agendaItemSettled
-- Rule: Of any w meetings in a row of an initiative, people were called on at least once to say
--   what should be on the agenda: for one of them, or before it. And whatever somebody with lived
--   experience put forward came onto the agenda, or was declined with a reason. An item that was
--   not reached, or declined with a reason that says nothing, is kept in form only. Visits,
--   interviews, launches, parts of larger meetings and cancelled meetings do not count. An item for
--   no meeting in particular is due after w meetings.
-- Parameter w: meetings in a row that are looked at together; meetings; 3
-- Nothing: notApplicable; No meeting was held and nothing was put forward.
WITH meeting AS MATERIALIZED (
  SELECT initiative, meeting, entry, held_entry, first_day(date) AS first, last_day(date) AS last
  FROM meeting_day
  WHERE cancelled_entry IS NULL AND part_of IS NULL
    AND coalesce(meeting_kind, '') NOT IN ('visit', 'interview', 'launch')
), numbered AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY initiative ORDER BY first, entry) AS nth,
         count(*) OVER (PARTITION BY initiative) AS meetings
  FROM meeting WHERE first <= :today
), call AS MATERIALIZED (
  SELECT message.entry, belongs.initiative, about.value_id AS meeting,
         first_day(happened.date) AS day
  FROM message_sent AS message
  JOIN entry_initiative AS belongs ON belongs.entry = message.entry
  JOIN entry_date AS happened ON happened.entry = message.entry
  LEFT JOIN message_sent__about AS about
    ON about.entry = message.entry AND +about.value_register = 'meeting'
  WHERE message.what = 'callForAgendaItems'
), ahead AS (
  SELECT call_entry, initiative,
         min(nth) OVER (PARTITION BY initiative ORDER BY day DESC) AS nth
  FROM (SELECT initiative, first AS day, nth, NULL AS call_entry FROM numbered
        UNION ALL
        SELECT initiative, day, NULL, entry FROM call WHERE meeting IS NULL AND day IS NOT NULL)
), called AS (
  SELECT initiative, nth, min(entry) AS entry FROM (
    SELECT numbered.initiative, numbered.nth, call.entry
    FROM call JOIN numbered ON numbered.meeting = call.meeting
    WHERE coalesce(call.day <= numbered.last, 1)
    UNION ALL
    SELECT initiative, nth, call_entry FROM ahead WHERE call_entry IS NOT NULL AND nth IS NOT NULL)
  GROUP BY initiative, nth
), in_a_row AS MATERIALIZED (
  SELECT numbered.*, called.entry AS call_entry,
         max(iif(called.entry IS NULL, NULL, numbered.nth))
           OVER (PARTITION BY numbered.initiative ORDER BY numbered.nth) AS last_called,
         lag(numbered.meeting, :w - 1) OVER (PARTITION BY numbered.initiative
                                             ORDER BY numbered.nth) AS from_meeting
  FROM numbered
  LEFT JOIN called ON called.initiative = numbered.initiative AND called.nth = numbered.nth
), from_the_end AS (
  SELECT initiative, first AS day FROM numbered WHERE nth = meetings - :w + 1
), outcome AS (
  SELECT settled.*, row_number() OVER (
           PARTITION BY settled.agenda_item
           ORDER BY settled.outcome NOT IN ('onTheAgenda', 'held'), settled.entry DESC) AS nth
  FROM agenda_item_settled AS settled
), item AS MATERIALIZED (
  SELECT proposed.entry, proposed.id, min(who.id) AS participant, min(expert.entry) AS expert_entry,
         coalesce(planned.initiative, belongs.initiative) AS initiative,
         planned.meeting, planned.held_entry, planned.first, planned.last,
         first_day(happened.date) AS proposed_first, last_day(happened.date) AS proposed_last
  FROM agenda_item_proposed AS proposed
  JOIN agenda_item_proposed__by AS who
    ON who.entry = proposed.entry AND who.register = 'participant'
  JOIN lived_expert AS expert ON expert.participant = who.id
  JOIN entry_initiative AS belongs ON belongs.entry = proposed.entry
  JOIN entry_date AS happened ON happened.entry = proposed.entry
  LEFT JOIN meeting AS planned ON planned.meeting = proposed.meeting
  GROUP BY proposed.entry
)
SELECT iif(latest.nth IS NULL, 'fail', 'pass') AS verdict,
       'meeting:' || in_a_row.meeting AS about, NULL AS person, in_a_row.initiative,
       in_a_row.first AS day,
       format('%d meeting%s in a row, %s to %s: %s.', :w, iif(:w = 1, '', 's'),
              in_a_row.from_meeting, in_a_row.meeting,
              iif(latest.nth IS NULL, 'nobody was called on for agenda items',
                  'people were called on for agenda items')) AS says,
       in_a_row.entry || coalesce(',' || latest.entry || ',' || latest.call_entry, '') AS entries,
       'messageSent' AS missing
FROM in_a_row
LEFT JOIN in_a_row AS latest
  ON latest.initiative IS in_a_row.initiative AND latest.nth = in_a_row.last_called
 AND in_a_row.last_called > in_a_row.nth - :w
WHERE in_a_row.nth >= :w
UNION ALL
SELECT 'notDue', 'initiative:' || initiative, NULL, initiative, :today,
       format('%d meeting%s so far; after %d it can be told whether people were called on.',
              meetings, iif(meetings = 1, '', 's'), :w),
       group_concat(entry), 'messageSent'
FROM numbered WHERE meetings < :w GROUP BY initiative
UNION ALL
SELECT 'unknown', 'meeting:' || meeting, NULL, initiative, NULL,
       format('The day of meeting %s is not recorded, nor which meetings it stands between.',
              meeting),
       entry, 'meetingHeld'
FROM meeting WHERE first IS NULL
UNION ALL
SELECT CASE WHEN outcome.outcome IN ('onTheAgenda', 'held') THEN 'pass'
            WHEN outcome.outcome = 'notReached' THEN 'weak'
            WHEN outcome.outcome = 'declined' THEN
              CASE WHEN trim(coalesce(outcome.reason, '')) = '' THEN 'fail'
                   WHEN lower(trim(outcome.reason, ' .-')) IN ('', 'null', 'none', 'x', '×', 'n/a')
                     THEN 'weak'
                   ELSE 'pass' END
            WHEN item.meeting IS NOT NULL THEN
              CASE WHEN item.last < :today OR item.held_entry IS NOT NULL THEN 'fail'
                   WHEN item.first >= :today THEN 'notDue' ELSE 'unknown' END
            WHEN item.proposed_last < from_the_end.day THEN 'fail'
            WHEN from_the_end.day IS NULL OR item.proposed_first >= from_the_end.day THEN 'notDue'
            ELSE 'unknown' END,
       'agendaItem:' || item.id, NULL, item.initiative,
       coalesce(item.first, item.proposed_first),
       format('%s, put forward by somebody with lived experience%s, %s.', item.id,
              coalesce(' for meeting ' || item.meeting, ''),
              CASE outcome.outcome
                WHEN 'onTheAgenda' THEN 'came onto the agenda'
                WHEN 'held' THEN 'was held'
                WHEN 'notReached' THEN 'was on the agenda and not reached'
                WHEN 'declined' THEN iif(trim(coalesce(outcome.reason, '')) = '',
                                         'was declined without a reason',
                                         format('was declined because: %s', outcome.reason))
                ELSE 'was neither put on the agenda nor declined' END),
       item.entry || ',' || item.expert_entry || coalesce(',' || outcome.entry, ''),
       'agendaItemSettled'
FROM item
LEFT JOIN outcome ON outcome.agenda_item = item.id AND outcome.nth = 1
LEFT JOIN from_the_end ON from_the_end.initiative IS item.initiative
