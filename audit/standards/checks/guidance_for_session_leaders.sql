-- guidance_for_session_leaders
-- People who lead sessions get a schedule and guidance in advance.
-- Needs: roleAssigned, messageSent, deliveryReported
-- Rule: Guidance about the meeting arrived with each person with lived experience who was to
--   facilitate it at least n days before, or the person turned it down. Whether it was turned down
--   is sealed, and looked at only where no arrival in time is on record. Until n days before the
--   meeting it is not due.
-- Parameter n: between the guidance and the session; calendar days; 3
-- Nothing: notApplicable; Nobody with lived experience was to lead a session.
WITH leader AS MATERIALIZED (
  SELECT role.within_id AS meeting, role.id AS participant, min(role.entry) AS entry
  FROM role_holding AS role
  JOIN lived_expert AS expert ON expert.participant = role.id
  WHERE role.role = 'facilitator' AND role.within_register = 'meeting'
    AND role.register = 'participant' AND coalesce(role.reply, 'takenOn') = 'takenOn'
  GROUP BY role.within_id, role.id
), guidance AS MATERIALIZED (
  SELECT about.value_id AS meeting, sent.participant, sent.entry, sent.arrival_entry,
         sent.message, sent.trouble_entry, first_day(sent.arrived) AS first,
         last_day(sent.arrived) AS last
  FROM message_person AS sent
  JOIN message_sent__about AS about
    ON about.entry = sent.entry AND +about.value_register = 'meeting'
  WHERE sent.what = 'guidance'
), best AS (
  SELECT *, row_number() OVER (PARTITION BY meeting, participant
                               ORDER BY last IS NULL, last, entry) AS nth,
         min(coalesce(first, 0)) OVER (PARTITION BY meeting, participant) AS earliest,
         max(trouble_entry) OVER (PARTITION BY meeting, participant) AS any_trouble_entry
  FROM guidance
), together AS (
  SELECT meeting, participant, max(role_entry) AS role_entry, max(entry) AS entry,
         max(arrival_entry) AS arrival_entry, max(last) AS last, max(earliest) AS earliest,
         max(any_trouble_entry) AS any_trouble_entry
  FROM (SELECT meeting, participant, entry AS role_entry, NULL AS entry, NULL AS arrival_entry,
               NULL AS last, NULL AS earliest, NULL AS any_trouble_entry
        FROM leader
        UNION ALL
        SELECT meeting, participant, NULL, entry, arrival_entry, last, earliest,
               any_trouble_entry
        FROM best WHERE nth = 1)
  GROUP BY meeting, participant HAVING max(role_entry) IS NOT NULL
), timed AS MATERIALIZED (
  SELECT together.*, day.initiative,
         first_day(coalesce(day.planned_start, day.date)) AS meets_first,
         last_day(coalesce(day.planned_start, day.date)) AS meets_last
  FROM together LEFT JOIN meeting_day AS day ON day.meeting = together.meeting
), opened AS MATERIALIZED (
  SELECT timed.*, coalesce(meets_first - last >= :n, 0) AS in_time,
         CASE WHEN sealed.entry IS NOT NULL AND NOT coalesce(meets_first - last >= :n, 0)
              THEN coalesce(reveal(sealed.entry, sealed.field), 'sealed') END AS trouble
  FROM timed
  LEFT JOIN sealed_field AS sealed
    ON sealed.of_entry = timed.any_trouble_entry AND sealed.field = 'trouble'
)
SELECT CASE WHEN in_time OR trouble LIKE 'trouble turned%' THEN 'pass'
            WHEN trouble = 'sealed' THEN 'unknown'
            WHEN entry IS NULL AND meets_first - :n >= :today THEN 'notDue'
            WHEN meets_last - :n < coalesce(earliest, :today) THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'meeting:' || meeting AS about, participant AS person, initiative, meets_first AS day,
       format('To facilitate meeting %s%s; %s; %s promised.', meeting,
              coalesce(' on ' || day_text(meets_first), ', whose day is not recorded'),
              CASE WHEN in_time OR (trouble IS NULL AND last IS NOT NULL) THEN
                     'guidance came on ' || day_text(last)
                   WHEN trouble LIKE 'trouble turned%' THEN 'guidance was turned down'
                   WHEN trouble = 'sealed' THEN
                     'there was trouble with the guidance, sealed for you'
                   WHEN entry IS NULL THEN 'no guidance is on record'
                   WHEN last IS NOT NULL THEN 'guidance came on ' || day_text(last)
                   ELSE 'whether the guidance arrived is not recorded' END,
              count_text(:n, 'day before was', 'days before were')) AS says,
       role_entry || coalesce(',' || entry || ',' || arrival_entry, '')
         || coalesce(',' || iif(in_time, NULL, any_trouble_entry), '') AS entries,
       CASE WHEN trouble = 'sealed' THEN 'sealed'
            WHEN meets_first IS NULL THEN 'meetingScheduled' ELSE 'deliveryReported' END
         AS missing
FROM opened
