-- decision_records_kept
-- Decision records are kept long enough.
-- Needs: decisionMade, meetingHeld, signOffGiven, retentionSet, erasureDone
-- Rule: The ledger says that decisions, minutes and signatures, as far as there are any, are kept
--   for at least y years; and no erasure that names one of them came sooner, unless what was
--   decided, signed or minuted can still be read. What is private in them may go earlier.
-- Parameter y: how long records of decisions are kept; years; 10
-- Nothing: notApplicable; No decision, minutes or signature is on record.
WITH kept(kind, words) AS (
  VALUES ('decisionMade', 'Decisions'), ('meetingHeld', 'Minutes'), ('signOffGiven', 'Signatures')
), there AS (
  SELECT 'decisionMade' AS kind, count(*) AS records, max(entry) AS entry FROM decision_made
  UNION ALL
  SELECT 'meetingHeld', count(*), max(entry) FROM meeting_held
  WHERE minutes_document IS NOT NULL OR sealed_minutes_state IS NOT NULL
  UNION ALL
  SELECT 'signOffGiven', count(*), max(entry) FROM sign_off_given
), term AS (
  SELECT of_kind AS kind, max(entry) AS entry, keep_at_least_min AS years,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS day
  FROM retention_set GROUP BY of_kind
), named AS MATERIALIZED (
  SELECT done.entry, entry.entry AS of_entry, entry.kind, entry.id, entry.initiative,
         first_day(done.occurred_at) AS done_first,
         coalesce(last_day(done.occurred_at), done.recorded_at / 86400) AS done_last,
         first_day(date.date) AS first,
         coalesce(last_day(date.date), entry.recorded_at / 86400) AS last
  FROM erasure_done AS done
  JOIN erasure_done__what_these AS these
    ON these.entry = done.entry AND these.value_register = 'entry'
  JOIN entry ON entry.statement_id = these.value_id
  JOIN entry_date AS date ON date.entry = entry.entry
  WHERE entry.kind IN ('decisionMade', 'meetingHeld', 'signOffGiven')
), weighed AS (
  SELECT named.*,
         CAST(julianday(day_text(named.first), '+' || :y || ' years') - 2440587.5 AS INTEGER)
           AS due_first,
         CAST(julianday(day_text(named.last), '+' || :y || ' years') - 2440587.5 AS INTEGER)
           AS due_last,
         NOT (named.kind = 'meetingHeld' AND held.sealed_minutes_state IS NOT NULL
              AND held.minutes_document IS NULL) AS is_readable
  FROM named LEFT JOIN meeting_held AS held ON held.entry = named.of_entry
), judged AS (
  SELECT *, CASE WHEN is_readable OR done_first >= due_last THEN 'pass'
                 WHEN done_last < due_first THEN 'fail' ELSE 'unknown' END AS verdict
  FROM weighed
)
SELECT CASE WHEN term.years >= :y THEN 'pass' WHEN term.years < :y THEN 'fail'
            ELSE 'unknown' END AS verdict,
       NULL AS about, NULL AS person, NULL AS initiative, coalesce(term.day, :today) AS day,
       CASE WHEN term.years IS NULL THEN
              format('%s: %d on record; how long they are kept is not recorded.', kept.words,
                     there.records)
            ELSE format('%s: %d on record, kept for at least %d year%s; %s promised.',
              kept.words,
                        there.records, term.years, iif(term.years = 1, '', 's'),
                        count_text(:y, 'was', 'were')) END AS says,
       coalesce(term.entry || ',', '') || there.entry AS entries, 'retentionSet' AS missing
FROM kept JOIN there ON there.kind = kept.kind AND there.records > 0
LEFT JOIN term ON term.kind = kept.kind
UNION ALL
SELECT verdict, 'entry:' || of_entry, NULL, initiative, done_last,
       CASE WHEN is_readable THEN
              format('An erasure on %s names a record of %s; what was decided, signed or '
                     || 'minuted can '
                     || 'still be read.', day_text(done_last), coalesce(day_text(last), 'a day'))
            WHEN verdict = 'unknown' THEN
              'Whether minutes were destroyed before their time is not recorded: a day is missing.'
            ELSE format('Minutes of %s were destroyed on %s; they were to be kept until %s.',
                        day_text(last), day_text(done_last), day_text(due_last)) END,
       of_entry || iif(verdict = 'pass', '', ',' || entry), 'erasureDone'
FROM judged
