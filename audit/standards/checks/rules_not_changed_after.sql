-- rules_not_changed_after
-- Rules are versioned and are not changed after the event.
-- Needs: standardAdopted, standardChanged, decisionMade, positionRecorded
-- Rule: Each change of a standard that was adopted, and each later version of it, holds only from
--   the day it was made or later. A change was decided, and on that decision or its matter people
--   with lived experience have their positions on record. Every verdict names the version and the
--   parameters that it went by.
-- Nothing: notApplicable; No standard was adopted.
WITH adopted AS (
  SELECT entry, id, version, "from", occurred_at, recorded_at / 86400 AS recorded,
         row_number() OVER (PARTITION BY id ORDER BY entry) AS number
  FROM standard_adopted WHERE standard_kind IS NOT 'referenceData'
), position AS MATERIALIZED (
  SELECT position.entry, position.decision, position.matter,
         expert.participant IS NOT NULL AS is_expert
  FROM position_recorded AS position
  LEFT JOIN lived_expert AS expert ON expert.participant = position.participant
), on_it AS (
  SELECT change_entry, count(*) AS positions, min(iif(is_expert, position_entry, NULL)) AS entry
  FROM (
    SELECT changed.entry AS change_entry, position.entry AS position_entry, position.is_expert
    FROM standard_changed AS changed JOIN position ON position.decision = changed.decision
    UNION
    SELECT changed.entry, position.entry, position.is_expert
    FROM standard_changed AS changed
    JOIN decision_made AS decision ON decision.id = changed.decision
    JOIN position ON position.matter = decision.matter
  ) GROUP BY change_entry
), made AS (
  SELECT changed.entry, changed.standard || coalesce(', ' || changed.clause, '') AS what,
         changed.standard, changed."from",
         coalesce(changed.occurred_at, decision.occurred_at) AS told,
         changed.recorded_at / 86400 AS recorded, 1 AS is_change, changed.initiative,
         decision.entry AS decision_entry, coalesce(on_it.positions, 0) AS positions,
         on_it.entry AS position_entry
  FROM standard_changed AS changed
  LEFT JOIN decision_made AS decision ON decision.id = changed.decision
  LEFT JOIN on_it ON on_it.change_entry = changed.entry
  UNION ALL
  SELECT entry, id || '@' || version, id || '@' || version, iif(number = 1, NULL, "from"),
         occurred_at, recorded, 0, NULL, NULL, NULL, NULL
  FROM adopted
), weighed AS (
  SELECT *, CASE
    WHEN "from" IS NULL OR first_day("from") >= coalesce(last_day(told), recorded) THEN 2
    WHEN last_day("from") < first_day(told) THEN 0
    ELSE 1 END AS forward
  FROM made
), judged AS (
  SELECT *, CASE WHEN forward = 0 THEN 'back'
                 WHEN is_change AND decision_entry IS NULL THEN 'undecided'
                 WHEN is_change AND positions > 0 AND position_entry IS NULL THEN 'without'
                 WHEN forward = 1 THEN 'undated'
                 WHEN is_change AND positions = 0 THEN 'unsaid'
                 ELSE 'pass' END AS came
  FROM weighed
)
SELECT CASE WHEN came = 'pass' THEN 'pass' WHEN came IN ('back', 'undecided', 'without') THEN 'fail'
            ELSE 'unknown' END AS verdict,
       'standardVersion:' || standard AS about, NULL AS person, initiative,
       coalesce(first_day(told), recorded) AS day,
       CASE came
         WHEN 'back' THEN
           format('%s: it holds from %s, and was made only on %s.', what, "from",
                  day_text(first_day(told)))
         WHEN 'undecided' THEN format('%s was changed, and no decision on that is on record.', what)
         WHEN 'without' THEN
           format('%s was changed; none of the %d position%s on record for that decision is from '
                  || 'somebody with lived experience.', what, positions,
                  iif(positions = 1, '', 's'))
         WHEN 'undated' THEN
           format('%s: it holds from %s; when it was made is not recorded.', what, "from")
         WHEN 'unsaid' THEN
           format('%s was changed by a decision; who held which position is not recorded.', what)
         ELSE iif(is_change,
                  format('%s was changed by a decision with positions of people with lived '
                         || 'experience, and does not reach back.', what),
                  format('%s was adopted and does not reach back behind an earlier version.', what))
       END AS says,
       entry || coalesce(',' || decision_entry, '') || coalesce(',' || position_entry, '')
         AS entries,
       iif(came = 'unsaid', 'positionRecorded',
           iif(is_change, 'standardChanged', 'standardAdopted')) AS missing
FROM judged
