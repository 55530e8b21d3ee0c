-- support_around_stories
-- Before someone is asked for a personal story, support is offered and consent is recorded;
--   afterwards someone checks in.
-- Needs: inputReceived, supportOffered, consentAnswered, supportGiven
-- Rule: Before somebody told a personal story, or on that day, support was offered to them and
--   they had given consent for stories that still stood; and a check-in with them came at most n
--   days after the story.
-- Parameter n: from the story to the check-in; calendar days; 7
-- Nothing: notApplicable; Nobody told anything of which it is recorded whether it is a personal
--   story.
WITH told AS MATERIALIZED (
  SELECT input.entry, input.id, input.participant, input.initiative, input.stage, input.meeting,
         input.survey, date.date, first_day(date.date) AS first,
         coalesce(last_day(date.date), input.recorded_at / 86400) AS last,
         reveal(opened.entry, 'story') AS story
  FROM input_received AS input
  JOIN sealed_field AS opened ON opened.of_entry = input.entry AND opened.field = 'story'
  JOIN entry_date AS date ON date.entry = input.entry
), support AS MATERIALIZED (
  SELECT entry, act, how,
         CAST(coalesce(participant, reveal(sealed_entry, person_field)) AS TEXT) AS participant,
         first_day(occurred_at) AS first,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last,
         coalesce(support_kind, reveal(sealed_entry, kind_field)) AS kind,
         support_kind IS NULL AND sealed_entry IS NOT NULL AS is_sealed
  FROM support_person
), vague AS (
  SELECT min(iif(act = 'offered', coalesce(first, 0), NULL)) AS offered,
         max(iif(act = 'given' AND coalesce(kind, 'checkIn') = 'checkIn', last, NULL)) AS given,
         max(kind IS NULL) AS is_shut
  FROM support WHERE participant IS NULL
), offered AS (
  SELECT told.entry, min(iif(offer.last <= told.first, offer.entry, NULL)) AS sure_entry,
         max(offer.first IS NULL OR told.first IS NULL OR offer.first <= told.last) AS perhaps
  FROM told JOIN support AS offer
    ON offer.participant = told.participant AND offer.act = 'offered'
  WHERE told.story = 'yes' GROUP BY told.entry
), answer AS MATERIALIZED (
  SELECT answer.entry, answer.participant, answer.reply, answer.covers,
         first_day(answer.occurred_at) AS first,
         coalesce(last_day(answer.occurred_at), answer.recorded_at / 86400) AS last,
         first_day(answer."until") AS ends, these.value_register AS register, these.value_id AS id
  FROM consent_answered AS answer
  JOIN consent_answered__scopes AS scope ON scope.entry = answer.entry AND scope.value = 'story'
  LEFT JOIN consent_answered__covers_these AS these ON these.entry = answer.entry
  WHERE answer.participant IS NOT NULL
), consent AS (
  SELECT told.entry, answer.entry AS answer_entry, answer.reply, answer.ends,
         max(answer.last * 10000000 + answer.entry)
  FROM told JOIN answer ON answer.participant = told.participant AND answer.last <= told.first
  WHERE told.story = 'yes'
    AND (answer.covers IS NOT 'these' OR answer.id IS NULL
         OR answer.register = 'input' AND answer.id = told.id
         OR answer.register = 'meeting' AND answer.id = told.meeting
         OR answer.register = 'survey' AND answer.id = told.survey
         OR answer.register = 'stage' AND answer.id = told.stage
         OR answer.register = 'initiative' AND answer.id = told.initiative)
  GROUP BY told.entry
), overlap AS (
  SELECT told.entry FROM told JOIN answer ON answer.participant = told.participant
  WHERE told.first IS NULL
     OR answer.last > told.first AND (answer.first IS NULL OR answer.first <= told.last)
       AND answer.reply = 'given'
  GROUP BY told.entry
), checked AS (
  SELECT told.entry,
         min(iif(given.kind = 'checkIn' AND given.first >= told.last
                 AND given.last - told.first <= :n, given.entry, NULL)) AS sure_entry,
         max(given.kind = 'checkIn' AND (given.first IS NULL OR given.first - told.last <= :n)
             AND (told.first IS NULL OR given.last >= told.first)) AS perhaps,
         max(given.kind IS NULL AND (given.first IS NULL OR given.first - told.last <= :n)
             AND (told.first IS NULL OR given.last >= told.first)) AS is_shut,
         min(iif(given.kind = 'checkIn' AND given.first > told.last, given.first, NULL)) AS late
  FROM told JOIN support AS given ON given.participant = told.participant AND given.act = 'given'
  WHERE told.story = 'yes' GROUP BY told.entry
), weighed AS (
  SELECT told.*, offered.sure_entry AS offer_entry, consent.answer_entry, consent.reply,
         checked.sure_entry AS check_entry, checked.late,
         CASE WHEN offered.sure_entry IS NOT NULL THEN 2
              WHEN offered.perhaps OR vague.offered <= told.last THEN 1 ELSE 0 END AS offer,
         CASE WHEN overlap.entry IS NOT NULL AND coalesce(consent.reply, '') <> 'given' THEN 1
              WHEN consent.reply = 'given' AND coalesce(consent.ends >= told.last, 1) THEN 2
              ELSE 0 END AS agreed,
         CASE WHEN checked.sure_entry IS NOT NULL THEN 2
              WHEN checked.perhaps OR checked.is_shut OR vague.given >= told.first THEN 1
              WHEN :today - coalesce(told.first, told.last) <= :n THEN 3 ELSE 0 END AS check_in,
         coalesce(checked.is_shut, 0) OR coalesce(vague.is_shut, 0) AS is_shut
  FROM told JOIN vague
  LEFT JOIN offered ON offered.entry = told.entry
  LEFT JOIN consent ON consent.entry = told.entry
  LEFT JOIN overlap ON overlap.entry = told.entry
  LEFT JOIN checked ON checked.entry = told.entry
), judged AS (
  SELECT *, CASE
    WHEN story IS NULL THEN 'sealed'
    WHEN story <> 'yes' THEN 'nothing'
    WHEN participant IS NULL THEN 'nobody'
    WHEN offer = 0 OR agreed = 0 OR check_in = 0 THEN 'fail'
    WHEN first IS NULL THEN 'undated'
    WHEN offer = 1 OR agreed = 1 OR check_in = 1 THEN 'unknown'
    WHEN check_in = 3 THEN 'notDue'
    ELSE 'pass' END AS came
  FROM weighed
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'fail' THEN 'fail' WHEN 'notDue' THEN 'notDue'
                 WHEN 'nothing' THEN 'notApplicable' ELSE 'unknown' END AS verdict,
       'input:' || id AS about, participant AS person, initiative, first AS day,
       CASE came
         WHEN 'sealed' THEN 'Whoever asks may not see whether this is a personal story.'
         WHEN 'nothing' THEN 'This is no personal story.'
         WHEN 'nobody' THEN 'Whose story this is is not recorded.'
         WHEN 'undated' THEN 'When this story was told is not recorded.'
         ELSE format('Around the story of %s: %s; %s; %s.', coalesce(date, 'a day not recorded'),
                CASE offer WHEN 2 THEN 'support was offered before'
                           WHEN 1 THEN 'whether support was offered before is not recorded'
                           ELSE 'no support was offered before' END,
                CASE agreed WHEN 2 THEN 'consent was recorded before'
                            WHEN 1 THEN 'whether consent came before is not recorded'
                            ELSE 'no consent that stood is recorded before' END,
                CASE check_in WHEN 2 THEN format('somebody checked in within %s',
                                                 count_text(:n, 'day', 'days'))
                              WHEN 1 THEN 'whether somebody checked in is not recorded'
                              WHEN 3 THEN format('there is time to check in until %s',
                                                 day_text(coalesce(first, last) + :n))
                              ELSE iif(late IS NULL, 'nobody checked in',
                                       format('the first check-in was on %s; %s promised',
                                              day_text(late),
                                              count_text(:n, 'day was', 'days were')))
                END) END AS says,
       entry || coalesce(',' || offer_entry, '') || coalesce(',' || answer_entry, '')
         || coalesce(',' || check_entry, '') AS entries,
       CASE WHEN came = 'sealed' OR came = 'unknown' AND is_shut THEN 'sealed'
            WHEN came IN ('nobody', 'undated') THEN 'inputReceived' WHEN offer = 1 THEN
              'supportOffered'
            WHEN agreed = 1 THEN 'consentAnswered' ELSE 'supportGiven' END AS missing
FROM judged
