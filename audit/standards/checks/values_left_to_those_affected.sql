-- values_left_to_those_affected
-- Value judgements are left to those affected.
-- Needs: decisionMade, matterRaised, positionRecorded
-- Rule: Of each decision that is a value judgement, more than half of the participants with lived
--   experience whose position counts are not against what was decided; else the decision says why
--   those against it were overruled. If no such position is on record, or most are against it and
--   what sort of decision it is, is not recorded, nobody can tell.
-- Nothing: notApplicable; No decision is on record as a value judgement.
WITH decision AS MATERIALIZED (
  SELECT made.entry, made.id, made.initiative, made."option" AS chosen, made.why_overruled,
         coalesce(made.decision_kind, matter.matter_kind) AS kind, matter.entry AS matter_entry,
         first_day(made_on.date) AS day
  FROM decision_made AS made
  JOIN entry_date AS made_on ON made_on.entry = made.entry
  LEFT JOIN matter_raised AS matter ON matter.id = made.matter
), lived AS (
  SELECT participant, from_entry, until_entry FROM participant_expertise
  WHERE expertise = 'livedExperience'
), position AS (
  SELECT CAST(decision AS TEXT) AS decision, entry, participant, as_expertise, stance,
         "option" AS chosen
  FROM position_current WHERE counted
), stand AS MATERIALIZED (
  SELECT decision.entry, position.participant, max(position.entry) AS position_entry,
         max(position.stance IS 'against'
             AND (position.chosen IS NULL OR decision.chosen IS NULL
                  OR position.chosen = decision.chosen)) AS is_against
  FROM decision
  JOIN position ON position.decision = decision.id
  LEFT JOIN lived ON lived.participant = position.participant
                 AND lived.from_entry < position.entry
                 AND (lived.until_entry IS NULL OR lived.until_entry > position.entry)
  WHERE position.as_expertise = 'livedExperience'
     OR position.as_expertise IS NULL AND lived.participant IS NOT NULL
  GROUP BY decision.entry, position.participant
), counted AS MATERIALIZED (
  SELECT entry, count(*) AS people, sum(is_against) AS against,
         group_concat(position_entry) AS positions
  FROM stand GROUP BY entry
), judged AS (
  SELECT decision.*, coalesce(counted.people, 0) AS people, coalesce(counted.against, 0) AS against,
         counted.positions, CASE WHEN counted.entry IS NULL THEN 'nobody'
              WHEN (counted.people - counted.against) * 2 > counted.people THEN 'most'
              WHEN coalesce(decision.why_overruled, '') <> '' THEN 'overruled'
              ELSE 'against' END AS result
  FROM decision LEFT JOIN counted ON counted.entry = decision.entry
)
SELECT CASE WHEN result IN ('most', 'overruled') THEN 'pass'
            WHEN result = 'against' AND kind IS NOT NULL THEN 'fail' ELSE 'unknown' END AS verdict,
       'decision:' || id AS about, NULL AS person, initiative, day,
       CASE result
         WHEN 'nobody' THEN
           format('Nobody''s position with lived experience on decision %s, a value judgement, is '
                  || 'on record.', id)
         ELSE format('%d of %d %s with lived experience %s against decision %s', against, people,
                     iif(people = 1, 'participant', 'participants'),
                     iif(against = 1, 'was', 'were'), id) ||
              CASE WHEN result = 'most' THEN ', which is a value judgement.'
                   WHEN result = 'overruled' THEN '; it says why they were overruled.'
                   WHEN kind IS NULL THEN '; whether it is a value judgement is not recorded.'
                   ELSE ', a value judgement, and it does not say why they were overruled.' END
       END AS says,
       entry || coalesce(',' || matter_entry, '') || coalesce(',' || positions, '') AS entries,
       iif(result = 'nobody', 'positionRecorded', 'decisionMade') AS missing
FROM judged
WHERE kind = 'valueJudgement' OR kind IS NULL AND result = 'against'
