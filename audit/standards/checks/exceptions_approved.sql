-- exceptions_approved
-- Any exception has an approver, a reason, an end date, and people are told.
-- Needs: waiverRequested, waiverSettled, messageSent, standardAdopted, clauseAdopted
-- Rule: Each approved exception was approved by people other than whoever asked, at least one of
--   them with lived experience; its reason has c characters or more; it names a clause from which
--   exceptions can be made, an initiative and the days from and until, at most m months of 31
--   days; it was approved at most r days after the first of those days; and people were told of
--   it in a message, r days after the approval at the latest. The record does not say when the
--   clause was first broken, so the exception's first day stands for that.
-- Parameter c: length of the reason; characters; 40
-- Parameter m: longest exception; months; 12
-- Parameter r: from the breach to the approval; calendar days; 14
-- Nothing: notApplicable; Nobody asked for an exception.
WITH settled AS MATERIALIZED (
  SELECT waiver, min(entry) AS entry, result, "from", "until", first_day(settled) AS settled_first,
         first_day(occurred_at) AS occurred_first,
         coalesce(last_day(settled), last_day(occurred_at), recorded_at / 86400) AS last
  FROM waiver_settled WHERE result IS NOT 'ended' GROUP BY waiver
), changed AS (
  SELECT clause, max(entry) AS entry, change_may_be_waived AS may_be_waived
  FROM standard_changed WHERE change = 'mayBeWaived' GROUP BY clause
), told AS (
  SELECT about.value_id AS waiver, min(message.entry) AS entry
  FROM message_sent AS message
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND about.value_register = 'waiver'
  WHERE message.what = 'waiver' GROUP BY about.value_id
), approver AS (
  SELECT settled.waiver, max(expert.participant IS NOT NULL) AS has_expert,
         max(coalesce(who.register, '') <> 'participant') AS is_vague,
         max(asker.entry IS NOT NULL) AS is_asker
  FROM settled JOIN waiver_requested AS asked ON asked.id = settled.waiver
  JOIN waiver_settled__by AS who ON who.entry = settled.entry
  LEFT JOIN lived_expert AS expert
    ON who.register = 'participant' AND expert.participant = who.id
  LEFT JOIN waiver_requested__requested_by AS asker
    ON asker.entry = asked.entry AND asker.register = who.register AND asker.id = who.id
  GROUP BY settled.waiver
), case_of AS (
  SELECT asked.entry, asked.id, asked.about, settled.entry AS settled_entry, settled.result,
         told.entry AS told_entry, settled.last AS settled_last,
         coalesce(settled.settled_first, settled.occurred_first) AS settled_first,
         coalesce(first_day(settled."from"), first_day(asked."from")) AS from_day,
         coalesce(last_day(settled."until"), last_day(asked."until")) AS until_day,
         coalesce(settled."from", asked."from") IS NULL
           OR coalesce(settled."until", asked."until") IS NULL OR asked.about IS NULL
           OR asked.clause IS NULL AS lacks_scope,
         length(trim(coalesce(asked.reason, ''))) AS letters,
         coalesce(changed.may_be_waived, clause.may_be_waived) AS may_be_waived,
         clause.entry AS clause_entry, approver.waiver IS NOT NULL AS has_approver,
         approver.has_expert, approver.is_vague, approver.is_asker,
         EXISTS (SELECT 1 FROM waiver_requested__requested_by AS who WHERE who.entry = asked.entry)
           AS has_asker
  FROM waiver_requested AS asked
  LEFT JOIN settled ON settled.waiver = asked.id
  LEFT JOIN clause_adopted AS clause ON clause.id = asked.clause
  LEFT JOIN changed ON changed.clause = asked.clause AND changed.entry < settled.entry
  LEFT JOIN told ON told.waiver = asked.id
  LEFT JOIN approver ON approver.waiver = asked.id
), judged AS (
  SELECT *,
    iif(is_asker, ' Whoever asked for it approved it.', '')
    || iif(has_approver AND NOT is_vague AND NOT has_expert,
           ' Nobody with lived experience approved it.', '')
    || iif(letters < :c, format(' Its reason has %d character%s; %s promised.', letters,
                                iif(letters = 1, '', 's'), count_text(:c, 'was', 'were')), '')
    || iif(lacks_scope, ' It does not name clause, initiative and the days from and until.', '')
    || iif(until_day - from_day > 31 * :m,
           format(' It lasts %s; %s the most.', count_text(until_day - from_day, 'day', 'days'),
                  count_text(:m, 'month was', 'months were')), '')
    || iif(settled_first - from_day > :r,
           format(' It was approved %s after it began; %s promised.',
                  count_text(settled_first - from_day, 'day', 'days'),
                  count_text(:r, 'was', 'were')), '')
    || iif(may_be_waived = 'no', ' No exception can be made from this clause.', '')
    || iif(told_entry IS NULL AND :today - settled_last > :r, ' Nobody was told of it.', '')
      AS wrong,
    iif(NOT has_approver OR is_vague AND NOT coalesce(has_expert, 0) OR NOT has_asker,
        'waiverSettled', iif(from_day IS NULL OR until_day IS NULL, 'waiverRequested',
                             iif(settled_last - from_day > :r, 'waiverSettled', NULL))) AS open
  FROM case_of
), ended AS (
  SELECT *, CASE WHEN settled_entry IS NULL THEN 'asked' WHEN result = 'refused' THEN 'refused'
                 WHEN result IS NULL THEN 'unsaid' WHEN wrong <> '' THEN 'fail'
                 WHEN open IS NOT NULL THEN 'open' WHEN told_entry IS NULL THEN 'untold'
                 ELSE 'pass' END AS came
  FROM judged
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'fail' THEN 'fail' WHEN 'asked' THEN 'notDue'
                 WHEN 'untold' THEN 'notDue' WHEN 'refused' THEN 'notApplicable'
                 ELSE 'unknown' END AS verdict,
       'waiver:' || id AS about, NULL AS person, about AS initiative,
       coalesce(from_day, settled_last, :today) AS day,
       CASE came
         WHEN 'pass' THEN
           format('Exception %s, from %s until %s, was approved by others, with a reason, and '
                  || 'people were told.', id, day_text(from_day), day_text(until_day))
         WHEN 'fail' THEN format('Exception %s:', id) || wrong
         WHEN 'asked' THEN format('Exception %s was asked for and is not settled yet.', id)
         WHEN 'untold' THEN format('There is time to tell people of exception %s until %s.', id,
                                   day_text(settled_last + :r))
         WHEN 'refused' THEN format('Exception %s was refused.', id)
         ELSE format('Who asked for and who approved exception %s, or when, is not recorded in '
                     || 'a way '
                     || 'that tells whether the rules for exceptions were kept.', id) END AS says,
       entry || coalesce(',' || settled_entry, '') || coalesce(',' || told_entry, '')
         || coalesce(',' || iif(may_be_waived = 'no', clause_entry, NULL), '') AS entries,
       coalesce(open, 'waiverSettled') AS missing
FROM ended
