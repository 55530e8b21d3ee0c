-- living_wage_paid
-- The hourly rate is at least the real Living Wage in force that day, or the person's own
--   recorded choice.
-- Needs: timeLogged, paymentMade, claimMade, paymentFormChosen, supportOffered, rateSet,
--   participantJoined, standardAdopted
-- Rule: What was paid for somebody's time of a day, divided by its hours, is at least the wage in
--   force on that day where they live, by the table of wages that was adopted. Mode announced:
--   from the day a wage was announced; mode implement_by: from the day by which employers have to
--   pay it. The table's last wage counts for a year. The region is the person's own on that day,
--   else that of the rate, else that of the initiative: London or the UK. What was said of them
--   when they joined counts from the start, a change from the day that it names, else from when
--   it happened or was recorded. Or they themselves chose something
--   in place of pay or declined it, from forms they were offered, after advice on benefits was
--   offered. Time for which nothing is paid yet is not due for n days. Pence are never rounded,
--   only shown rounded.
-- Parameter n: how long nothing may be on record as paid before it counts as not paid; calendar
--   days; 28
-- Parameter m: which date of the wage table counts: announced, or implement_by; mode; announced
-- Nothing: unknown; No time that has to be paid is on record.; timeLogged
WITH work AS MATERIALIZED (
  SELECT time.entry, time.id, time.participant, person.entry AS person_entry,
         coalesce(time.occurred_at, 'unknown') AS date, first_day(time.occurred_at) AS first,
         last_day(time.occurred_at) AS last, time.initiative, time.minutes_state,
         CAST(reveal(opened.entry, 'minutes') AS INTEGER) AS minutes,
         rate.pay_region AS rate_region, initiative.region AS initiative_region
  FROM payable_person AS person
  JOIN time_logged AS time ON time.participant = person.participant
  LEFT JOIN sealed_field AS opened ON opened.of_entry = time.entry AND opened.field = 'minutes'
  LEFT JOIN rate_set AS rate ON rate.id = time.rate
  LEFT JOIN initiative_opened AS initiative ON initiative.id = time.initiative
), share AS MATERIALIZED (
  SELECT paid.entry, paid.claim, paid.time, paid.claim_entry, opened.entry IS NULL AS is_unsaid,
         reveal(opened.entry, paid.share_field) AS words
  FROM time_payment AS paid
  LEFT JOIN sealed_field AS opened
    ON opened.of_entry = paid.entry AND opened.field = paid.share_field
), claimed AS (
  SELECT share.entry, share.claim, sum(work.minutes) AS minutes,
         max(work.minutes IS NULL) AS is_open
  FROM share JOIN work ON work.id = share.time WHERE share.claim IS NOT NULL
  GROUP BY share.entry, share.claim
), spread AS (
  SELECT share.time, share.entry, share.claim_entry, share.words IS NULL AS is_unread,
         share.is_unsaid, substr(share.words, instr(share.words, ' ') + 1) AS currency,
         CAST(replace(substr(share.words, 1, instr(share.words, ' ') - 1), '.', '') AS REAL)
           * iif(share.claim IS NULL, 1.0,
                 iif(claimed.is_open, NULL, work.minutes * 1.0 / nullif(claimed.minutes, 0)))
           AS pence
  FROM share JOIN work ON work.id = share.time
  LEFT JOIN claimed ON claimed.entry = share.entry AND claimed.claim = share.claim
), paid AS MATERIALIZED (
  SELECT time, sum(pence) AS pence, max(is_unread OR pence IS NULL) AS is_unread,
         max(is_unsaid) AS is_unsaid,
         max(currency IS NOT 'GBP' AND NOT is_unread) AS is_foreign,
         group_concat(entry || coalesce(',' || claim_entry, '')) AS entries
  FROM spread GROUP BY time
), daily AS MATERIALIZED (
  SELECT work.participant, work.date, min(work.first) AS first, max(work.last) AS last,
         min(work.initiative) AS initiative, sum(work.minutes) AS minutes,
         max(work.minutes_state IS NULL) AS is_untimed, max(work.minutes IS NULL) AS is_shut,
         sum(paid.pence) AS pence, count(paid.time) AS payments,
         coalesce(max(paid.is_unread), 0) AS is_unread, coalesce(max(is_unsaid), 0) AS is_unsaid,
         coalesce(max(paid.is_foreign), 0) AS is_foreign,
         max(work.rate_region) AS rate_region, max(work.initiative_region) AS initiative_region,
         work.person_entry || ',' || group_concat(work.entry)
           || coalesce(',' || group_concat(paid.entries), '') AS entries
  FROM work LEFT JOIN paid ON paid.time = work.id
  GROUP BY work.participant, work.date
),
-- Shared: living_wage
, located AS (
  SELECT daily.*, lives.entry AS region_entry,
         CASE WHEN coalesce(lives.pay_region, rate_region, initiative_region) LIKE '%london%'
              THEN 'London'
              WHEN lower(coalesce(lives.pay_region, rate_region, initiative_region)) IN
                ('uk', 'united kingdom', 'britain', 'great britain', 'england', 'wales', 'scotland',
                 'northern ireland') THEN 'the UK' END AS one_place
  FROM daily LEFT JOIN lives ON lives.participant = daily.participant
   AND lives.since <= daily.last AND lives.until > daily.first
), placed AS MATERIALIZED (
  SELECT located.*, group_concat(region_entry) AS region_entries,
         iif(min(one_place) = max(one_place) AND count(one_place) = count(*), one_place,
             NULL) AS place
  FROM located GROUP BY participant, date
), wage AS (
  SELECT cell.standard || '@' || cell.version AS label, cell.entry,
         max(iif(cell."column" = :m, cell.value, NULL)) AS date,
         max(iif(cell."column" = 'uk_gbp', cell.value, NULL)) AS uk,
         max(iif(cell."column" = 'london_gbp', cell.value, NULL)) AS london,
         max(adopted.entry) AS adopted_entry
  FROM source JOIN standard_adopted AS adopted ON adopted.entry = source.entry
  JOIN reference_row AS cell ON cell.standard = adopted.id AND cell.version = adopted.version
  WHERE cell.value GLOB '[0-9]*'
  GROUP BY cell.entry, cell.row
), told AS (
  SELECT 'London' AS place, london AS wage, wage.* FROM wage
  UNION ALL SELECT 'the UK', uk, wage.* FROM wage
), step AS MATERIALIZED (
  SELECT label, place, first_day(date) AS first, CAST(replace(wage, '.', '') AS INTEGER) AS pence,
         coalesce(lead(last_day(date)) OVER (PARTITION BY place ORDER BY last_day(date)),
                  last_day(date) + 365) AS until,
         min(last_day(date)) OVER (PARTITION BY place) AS earliest,
         max(last_day(date) + 365) OVER (PARTITION BY place) AS latest,
         entry || ',' || adopted_entry AS entries
  FROM told WHERE date IS NOT NULL AND wage IS NOT NULL
), span AS (
  SELECT DISTINCT first, last FROM placed
), floor AS MATERIALIZED (
  SELECT span.first, span.last, step.place, min(step.pence) AS low, max(step.pence) AS high,
         min(step.label) AS label, min(step.entries) AS entries
  FROM span JOIN step ON step.first <= span.last AND step.until > span.first
  WHERE span.first >= step.earliest AND span.last < step.latest
  GROUP BY span.first, span.last, step.place
), chosen AS MATERIALIZED (
  SELECT choice.entry, choice.participant, choice.in_place_of_pay,
         coalesce(first_day(choice."from"), last_day(choice.occurred_at),
                  choice.recorded_at / 86400) AS since,
         coalesce(last_day(choice."until"), 9999999) AS until,
         reveal(opened.entry, 'form') AS form, choice.form_state,
         coalesce(first_day(choice.occurred_at), choice.recorded_at / 86400) AS told
  FROM payment_form_chosen AS choice
  LEFT JOIN sealed_field AS opened ON opened.of_entry = choice.entry AND opened.field = 'form'
  WHERE (choice.author = choice.participant
         OR choice.on_behalf_of_basis IN ('presentAndAgreed', 'messageOrLetter'))
    AND EXISTS (SELECT 1 FROM payment_form_chosen__offered AS form
                WHERE form.entry = choice.entry)
), advice AS MATERIALIZED (
  SELECT entry,
         CAST(coalesce(participant, reveal(sealed_entry, person_field)) AS TEXT) AS participant,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last,
         coalesce(support_kind, reveal(sealed_entry, kind_field)) AS kind
  FROM support_person WHERE act = 'offered'
), choice AS MATERIALIZED (
  SELECT chosen.participant, chosen.since, chosen.until, chosen.entry,
         chosen.in_place_of_pay IS NOT 'yes' AND chosen.form IS NULL
           AND chosen.form_state IS NOT NULL AS is_shut,
         chosen.entry || ',' || min(advice.entry) AS entries
  FROM chosen JOIN advice ON advice.participant = chosen.participant
   AND advice.kind = 'benefitsAdvice' AND advice.last <= chosen.told
  WHERE chosen.in_place_of_pay = 'yes'
     OR chosen.form IN ('declined', 'voucher', 'training', 'equipment', 'groupFund')
     OR chosen.form IS NULL AND chosen.form_state IS NOT NULL
  GROUP BY chosen.entry
), decided AS (
  SELECT placed.*, coalesce(london.label, uk.label) AS label,
         coalesce(london.entries, uk.entries) AS wage_entries,
         iif(placed.place = 'London', london.low, uk.low) AS low,
         iif(placed.place = 'the UK', uk.high, london.high) AS high,
         max(choice.entry) AS choice_entry, choice.is_shut AS is_choice_shut,
         choice.entries AS choice_entries
  FROM placed
  LEFT JOIN floor AS london ON london.first = placed.first AND london.last = placed.last
   AND london.place = 'London'
  LEFT JOIN floor AS uk ON uk.first = placed.first AND uk.last = placed.last
   AND uk.place = 'the UK'
  LEFT JOIN choice ON choice.participant = placed.participant AND choice.since <= placed.first
   AND choice.until >= placed.last
  GROUP BY placed.participant, placed.date
), judged AS (
  SELECT *, CASE
    WHEN first IS NULL THEN 'undated'
    WHEN choice_entry IS NOT NULL AND NOT is_choice_shut THEN 'chosen'
    WHEN payments = 0 AND :today - last <= :n THEN 'notDue'
    WHEN label IS NULL THEN 'noTable'
    WHEN is_untimed THEN 'untimed'
    WHEN is_unsaid THEN 'unsaid'
    WHEN is_shut OR is_unread THEN 'sealed'
    WHEN minutes = 0 THEN 'nothing'
    WHEN is_foreign THEN 'foreign'
    WHEN high IS NOT NULL AND coalesce(pence, 0) * 60 >= high * minutes THEN 'pass'
    WHEN low IS NOT NULL AND coalesce(pence, 0) * 60 < low * minutes THEN
      iif(choice_entry IS NULL, 'fail', 'sealed')
    WHEN low IS NULL OR high IS NULL THEN 'noTable'
    ELSE 'between' END AS came,
    format('%d.%02d GBP', CAST(round(coalesce(pence, 0) * 60 / nullif(minutes, 0)) AS INTEGER)
           / 100,
           CAST(round(coalesce(pence, 0) * 60 / nullif(minutes, 0)) AS INTEGER) % 100) AS hourly
  FROM decided
)
SELECT CASE WHEN came IN ('pass', 'chosen') THEN 'pass' WHEN came IN ('fail', 'notDue') THEN came
            WHEN came = 'nothing' THEN 'notApplicable' ELSE 'unknown' END AS verdict,
       'participant:' || participant AS about, participant AS person, initiative, first AS day,
       CASE came
         WHEN 'undated' THEN 'The day of some of the time is not recorded.'
         WHEN 'chosen' THEN
           format('For the time of %s, what the person chose for themselves holds.', date)
         WHEN 'notDue' THEN format('Nothing is paid yet for the time of %s.', date)
         WHEN 'noTable' THEN
           format('No table of wages that was adopted says what the wage was on %s%s.', date,
                  coalesce(' in ' || place, ''))
         WHEN 'untimed' THEN format('How long the work of %s took is not recorded.', date)
         WHEN 'unsaid' THEN format('How much was paid for the time of %s is not recorded.', date)
         WHEN 'sealed' THEN format('Whoever asks may not see hours and pay of %s.', date)
         WHEN 'nothing' THEN format('No minutes were given on %s.', date)
         WHEN 'foreign' THEN format('The time of %s was paid in another currency than GBP.', date)
         WHEN 'between' THEN
           format('%s an hour was paid on %s; the wage depends on a day or region that is not '
                  || 'recorded: %d.%02d to %d.%02d GBP (%s).', hourly, date, low / 100, low % 100,
                  high / 100, high % 100, label)
         ELSE format('%s an hour was paid for %d minute%s of %s; the wage in %s was %d.%02d '
                     || 'GBP (%s).',
                     hourly, minutes, iif(minutes = 1, '', 's'), date,
                     coalesce(place, 'London or the UK'),
                     iif(came = 'pass', high, low) / 100, iif(came = 'pass', high, low) % 100,
                       label)
       END AS says,
       entries || coalesce(',' || region_entries, '')
         || coalesce(',' || iif(came = 'chosen', choice_entries, wage_entries), '') AS entries,
       CASE came WHEN 'undated' THEN 'timeLogged' WHEN 'untimed' THEN 'timeLogged'
                 WHEN 'noTable' THEN 'standardAdopted' WHEN 'sealed' THEN 'sealed'
                 WHEN 'between' THEN 'participantJoined' ELSE 'paymentMade' END AS missing
FROM judged
