-- dissent_answered
-- Disagreement is written down, answered and kept with the decision.
-- Needs: positionRecorded, decisionMade, answerGiven, messageSent, workPublished,
--   consentAnswered
-- Rule: Whoever is against what was decided, and did not say otherwise later, has a reason on
--   record, or would rather not say, and an answer to it, to the decision or to the matter within
--   n days of the day on which both the dissent and the decision were there. Each work published
--   with the decision in it, and each message about it that tells an outcome, progress or a
--   difference made, shows at least as many dissents as there were; a work prints those with a
--   reason whose givers consented to that. Whether a message prints them is not recorded, and is
--   not judged.
-- Parameter n: from the dissent to the answer; calendar days; 28
-- Nothing: notApplicable; Nobody's position against a decision is on record.
WITH position AS MATERIALIZED (
  SELECT entry, statement_id, participant, initiative, matter, decision, "option" AS chosen, stance,
         reason_state, lead(entry) OVER (PARTITION BY participant, matter, decision, "option"
                                         ORDER BY entry) AS later_entry
  FROM position_recorded
), first_decision AS MATERIALIZED (
  SELECT matter, min(entry) AS entry FROM decision_made WHERE matter IS NOT NULL GROUP BY matter
), dissent AS MATERIALIZED (
  SELECT position.*, made.entry AS decision_entry, made.id AS decision_id, made.matter AS of_matter,
         first_day(said.date) AS said_first, last_day(said.date) AS said_last,
         first_day(decided.date) AS decided_first, last_day(decided.date) AS decided_last
  FROM position
  JOIN entry_date AS said ON said.entry = position.entry
  LEFT JOIN first_decision ON first_decision.matter = position.matter AND position.decision IS NULL
  LEFT JOIN decision_made AS made
    ON made.entry = coalesce((SELECT min(d.entry) FROM decision_made AS d
                              WHERE d.id = position.decision), first_decision.entry)
  LEFT JOIN entry_date AS decided ON decided.entry = made.entry
  WHERE position.stance = 'against' AND position.later_entry IS NULL
    AND (position.chosen IS NULL OR made."option" IS NULL OR made."option" = position.chosen)
), aimed AS MATERIALIZED (
  SELECT dissent.entry, target.entry AS answer_entry
  FROM dissent JOIN answer_given__to AS target ON target.value = 'entry:' || dissent.statement_id
  UNION
  SELECT dissent.entry, target.entry
  FROM dissent JOIN answer_given__to AS target ON target.value = 'decision:' || dissent.decision_id
  WHERE target.entry > dissent.entry
  UNION
  SELECT dissent.entry, target.entry
  FROM dissent JOIN answer_given__to AS target ON target.value = 'matter:' || dissent.matter
  WHERE target.entry > dissent.entry
), answer AS MATERIALIZED (
  SELECT aimed.entry, aimed.answer_entry, first_day(given.date) AS earliest,
         min(last_day(given.date)) AS latest,
         count(*) > count(last_day(given.date)) AS some_undated
  FROM aimed JOIN entry_date AS given ON given.entry = aimed.answer_entry
  GROUP BY aimed.entry
), timed AS MATERIALIZED (
  SELECT dissent.*, answer.answer_entry, answer.earliest, answer.latest, answer.some_undated,
         max(said_first, decided_first) AS since_first, max(said_last, decided_last) AS since_last
  FROM dissent LEFT JOIN answer ON answer.entry = dissent.entry
), judged AS MATERIALIZED (
  SELECT *,
         CASE WHEN reason_state IS NULL THEN 'noReason'
              WHEN decision_entry IS NULL AND answer_entry IS NULL THEN 'undecided'
              WHEN latest - coalesce(since_first, said_first) <= :n THEN 'inTime'
              WHEN since_first IS NULL OR since_last IS NULL THEN 'undated'
              WHEN some_undated THEN 'answerUndated'
              WHEN earliest - since_last > :n THEN 'late'
              WHEN answer_entry IS NOT NULL THEN 'answerUndated'
              WHEN :today - since_first <= :n THEN 'notDue'
              WHEN :today - since_last <= :n THEN 'undated'
              ELSE 'never' END AS result
  FROM timed
), publication AS MATERIALIZED (
  SELECT published.entry, published.initiative, 'entry ' || published.entry AS label,
         inside.value AS decision, published.dissent_count AS shown,
         published.dissent_count_min AS at_least, published.version, published.version_work,
         published.work, 1 AS is_work
  FROM work_published AS published
  JOIN work_published__decisions AS inside ON inside.entry = published.entry
  UNION ALL
  SELECT sent.entry, sent.initiative, 'message ' || sent.id, about.value_id, sent.dissent_shown,
         sent.dissent_shown_min, NULL, NULL, NULL, 0
  FROM message_sent AS sent
  JOIN message_sent__about AS about
    ON about.entry = sent.entry AND about.value_register = 'decision'
  WHERE sent.what IN ('outcome', 'youSaidWeDid', 'differenceMade', 'progress')
), carried AS MATERIALIZED (
  SELECT publication.entry, publication.initiative, publication.label, publication.shown,
         publication.at_least, publication.is_work, count(DISTINCT dissent.participant) AS dissents,
         max(dissent.entry) AS dissent_entry, max(dissent.decision_id) AS decision
  FROM publication
  JOIN dissent ON dissent.decision_id = publication.decision AND dissent.entry < publication.entry
  GROUP BY publication.entry
), consent AS MATERIALIZED (
  SELECT entry, participant, target, reply, "until" FROM consent_answer
  WHERE scope = 'dissentPublished'
), allowed AS MATERIALIZED (
  SELECT publication.entry, dissent.entry AS dissent_entry, dissent.participant,
         dissent.statement_id, dissent.decision_id, publication.initiative, consent.reply,
         consent."until", max(consent.entry) AS consent_entry
  FROM publication
  JOIN dissent ON dissent.decision_id = publication.decision AND dissent.entry < publication.entry
  JOIN consent ON consent.participant = dissent.participant AND consent.entry < publication.entry
   AND (consent.target IS NULL OR consent.target IN
          ('decision:' || dissent.decision_id, 'matter:' || dissent.of_matter,
           'initiative:' || publication.initiative, 'workVersion:' || publication.version,
           'work:' || coalesce(publication.version_work, publication.work)))
  WHERE publication.is_work AND dissent.reason_state IN ('public', 'sealed')
  GROUP BY publication.entry, dissent.entry
)
SELECT CASE result WHEN 'inTime' THEN 'pass' WHEN 'notDue' THEN 'notDue'
                   WHEN 'undecided' THEN 'notDue' WHEN 'noReason' THEN 'fail'
                   WHEN 'late' THEN 'fail' WHEN 'never' THEN 'fail' ELSE 'unknown' END AS verdict,
       coalesce('decision:' || decision_id, 'matter:' || matter) AS about, participant AS person,
       initiative, coalesce(since_first, said_first) AS day,
       format('%s was against %s', participant,
              coalesce('decision ' || decision_id, 'what matter ' || matter || ' is about')) ||
       CASE result
         WHEN 'noReason' THEN '; no reason is on record, nor that they would rather not say.'
         WHEN 'undecided' THEN '; nothing is decided yet.'
         WHEN 'undated' THEN '; the exact day of that, or of the decision, is not recorded.'
         WHEN 'answerUndated' THEN ' and was answered; the exact day of that is not recorded.'
         WHEN 'notDue' THEN format('; there is time for an answer until %s.',
                                   day_text(since_first + :n))
         WHEN 'never' THEN format(' on %s; %s later there is no answer, and %s promised.',
                                  day_text(since_last),
                                  count_text(:today - since_last, 'day', 'days'),
                                  count_text(:n, 'was', 'were'))
         ELSE format('; both were there on %s and an answer came on %s, %d day%s later; %s '
                     || 'promised.', day_text(coalesce(since_first, said_first)), day_text(latest),
                     latest - coalesce(since_first, said_first),
                     iif(latest - coalesce(since_first, said_first) = 1, '', 's'),
                     count_text(:n, 'was', 'were'))
       END AS says,
       entry || coalesce(',' || decision_entry, '') || coalesce(',' || answer_entry, '') AS entries,
       iif(result = 'undated', 'positionRecorded', 'answerGiven') AS missing
FROM judged
UNION ALL
SELECT CASE WHEN carried.at_least >= dissents THEN 'pass'
            WHEN carried.shown IS NOT NULL AND carried.at_least IS NULL THEN 'unknown'
            ELSE 'fail' END,
       'decision:' || decision, NULL, carried.initiative, first_day(told.date),
       format('%s: %d %s against decision %s, and %s.',
              iif(is_work, 'The work published in ' || label, 'Sent in ' || label), dissents,
              iif(dissents = 1, 'was', 'were'), decision,
              iif(carried.shown IS NULL, 'it does not say how many',
                  'it shows ' || carried.shown)),
       carried.entry || ',' || dissent_entry, iif(is_work, 'workPublished', 'messageSent')
FROM carried JOIN entry_date AS told ON told.entry = carried.entry
UNION ALL
SELECT iif(printed.entry IS NULL, 'fail', 'pass'), 'decision:' || decision_id, participant,
       allowed.initiative, first_day(told.date),
       format('%s consented that the dissent from decision %s is published; the work published in '
              || 'entry %d %s.', participant, decision_id, allowed.entry,
              iif(printed.entry IS NULL, 'does not print it', 'prints it')),
       allowed.entry || ',' || dissent_entry || ',' || consent_entry, NULL
FROM allowed
JOIN entry_date AS told ON told.entry = allowed.entry
LEFT JOIN work_published__dissents AS printed
  ON printed.entry = allowed.entry AND printed.value = 'entry:' || allowed.statement_id
WHERE allowed.reply = 'given'
  AND coalesce(last_day(allowed."until") >= first_day(told.date), 1)
