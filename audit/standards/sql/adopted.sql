-- Standards as they were adopted and changed.

-- :clauses
-- Every clause of every version, oldest first. `day` is from when the version holds.
SELECT adopted.entry AS standard_entry, adopted.id AS standard, adopted.version, adopted.title,
       coalesce(first_day(adopted."from"), last_day(adopted.occurred_at),
                adopted.recorded_at / 86400) AS day,
       clause.entry, clause.id AS clause, coalesce(clause.code, clause.id) AS code, clause.text,
       coalesce(clause.obligation, 'must') AS obligation, clause.comes_from, clause."check",
       clause.check_known_name AS check_name, clause.check_known_sql AS check_sql,
       clause.check_own_sql AS own_sql, clause.may_be_waived
FROM standard_adopted AS adopted
JOIN clause_adopted AS clause
  ON clause.standard_standard = adopted.id AND clause.standard_version = adopted.version
WHERE clause.part IS NOT 'table' AND adopted.standard_kind IS NOT 'referenceData'
ORDER BY adopted.id, adopted.entry, clause.entry

-- :parameters
SELECT entry, name, value, unit FROM clause_adopted__parameters ORDER BY entry, nth

-- :changes
-- What was changed since. `day`: a change never reaches back behind the day it was recorded.
SELECT entry, standard_standard AS standard, standard_version AS version, clause, change,
       change_parameter_name AS name, change_parameter_value AS value,
       change_parameter_unit AS unit, change_text AS text, change_obligation AS obligation,
       change_may_be_waived AS may_be_waived,
       max(recorded_at / 86400, coalesce(first_day("from"), 0),
           coalesce(last_day(occurred_at), 0)) AS day
FROM standard_changed
ORDER BY day, entry

-- :assessments
-- What named people judged of the clauses that no program decides.
SELECT assessed.entry, assessed.clause, assessed.about AS initiative, assessed.participant,
       assessed.verdict, assessed.reasons,
       coalesce(last_day(assessed.judged_as_of), last_day(assessed.occurred_at),
                assessed.recorded_at / 86400) AS day,
       NOT EXISTS (SELECT 1 FROM clause_assessed AS later
                   WHERE later.clause = assessed.clause AND later.about IS assessed.about
                     AND later.entry > assessed.entry) AS is_newest
FROM clause_assessed AS assessed
ORDER BY assessed.entry

-- :inferred
-- Entries that a later reader worked out: nothing passes on them.
SELECT entry FROM entry WHERE provenance = 'inferred'
