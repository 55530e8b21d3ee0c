-- experts_among_deciders
-- People with lived experience are among those who decide.
-- Needs: levelDeclared, decisionMade, positionRecorded
-- Rule: Where people with lived experience are said to decide together with others, or to lead, in
--   the stage or else the initiative, at least k of them have a position on record that counts in
--   each decision that is not administrative. Below that level the clause does not apply. A level
--   that was not declared, and a decision without any position on record, leave it open.
-- Parameter k: people with lived experience who hold a counted position; people; 2
-- Nothing: notApplicable; No decision is on record.
WITH declared AS MATERIALIZED (
  SELECT level.entry, level.of_register, level.of_id, level.level,
         first_day(coalesce(nullif(level."from", 'unknown'), said.date)) AS from_day
  FROM level_declared AS level JOIN entry_date AS said ON said.entry = level.entry
), decision AS MATERIALIZED (
  SELECT made.entry, made.id, made.initiative, made.stage, first_day(made_on.date) AS day,
         coalesce(made.decision_kind, matter.matter_kind) AS kind
  FROM decision_made AS made
  JOIN entry_date AS made_on ON made_on.entry = made.entry
  LEFT JOIN matter_raised AS matter ON matter.id = made.matter
), applicable AS MATERIALIZED (
  SELECT decision.entry, declared.entry AS level_entry, declared.level, 1 AS rank
  FROM decision
  JOIN declared ON declared.of_register = 'stage' AND declared.of_id = decision.stage
               AND coalesce(declared.from_day <= decision.day, declared.entry < decision.entry)
  UNION ALL
  SELECT decision.entry, declared.entry, declared.level, 0
  FROM decision
  JOIN declared ON declared.of_register = 'initiative' AND declared.of_id = decision.initiative
               AND coalesce(declared.from_day <= decision.day, declared.entry < decision.entry)
), level AS MATERIALIZED (
  SELECT entry, level_entry, level, max(rank * 1000000000000 + level_entry) FROM applicable
  GROUP BY entry
), lived AS (
  SELECT participant, from_entry, until_entry FROM participant_expertise
  WHERE expertise = 'livedExperience'
), position AS MATERIALIZED (
  SELECT CAST(decision AS TEXT) AS decision, entry, participant, as_expertise
  FROM position_current WHERE counted
), counted AS MATERIALIZED (
  SELECT position.decision, count(DISTINCT position.participant) AS people,
         max(position.entry) AS entry, group_concat(DISTINCT position.entry) AS entries,
         count(DISTINCT iif(position.as_expertise = 'livedExperience'
                            OR position.as_expertise IS NULL AND lived.participant IS NOT NULL,
                            position.participant, NULL)) AS experts
  FROM position
  LEFT JOIN lived ON lived.participant = position.participant
                 AND lived.from_entry < position.entry
                 AND (lived.until_entry IS NULL OR lived.until_entry > position.entry)
  GROUP BY position.decision
), judged AS (
  SELECT decision.*, level.level, level.level_entry, coalesce(counted.experts, 0) AS experts,
         coalesce(counted.people, 0) AS people, counted.entries AS positions,
         CASE WHEN kind = 'administrative' THEN 'administrative'
              WHEN level.level IS NULL THEN 'levelUnknown'
              WHEN level.level NOT IN ('coProduced', 'led') THEN 'below'
              WHEN counted.experts >= :k THEN 'enough'
              WHEN counted.decision IS NULL THEN 'nobody'
              WHEN kind IS NULL THEN 'kindUnknown'
              ELSE 'tooFew' END AS result
  FROM decision
  LEFT JOIN level ON level.entry = decision.entry
  LEFT JOIN counted ON counted.decision = decision.id
)
SELECT CASE result WHEN 'enough' THEN 'pass' WHEN 'tooFew' THEN 'fail'
                   WHEN 'administrative' THEN 'notApplicable' WHEN 'below' THEN 'notApplicable'
                   ELSE 'unknown' END AS verdict,
       'decision:' || id AS about, NULL AS person, initiative, day,
       CASE result
         WHEN 'administrative' THEN format('Decision %s is administrative.', id)
         WHEN 'below' THEN
           format('Decision %s was made where people with lived experience were not '
                                  || 'said to share in deciding.', id)
         WHEN 'levelUnknown' THEN
           format('How far people shared in the power when decision %s was made is not on record.',
                  id)
         WHEN 'nobody' THEN format('Nobody''s position on decision %s is on record.', id)
         WHEN 'kindUnknown' THEN
           format('%d of the %d whose positions count in decision %s had lived experience, and %s '
                  || 'were promised; whether it is administrative is not recorded.', experts,
                      people,
                  id, :k)
         ELSE format('%d of the %d %s in decision %s had lived experience; %s %s promised.',
                     experts, people, iif(people = 1, 'whose position counts',
                                          'whose positions count'), id, :k,
                     iif(:k = 1, 'was', 'were'))
       END AS says,
       entry || coalesce(',' || level_entry, '') || coalesce(',' || positions, '') AS entries,
       CASE result WHEN 'levelUnknown' THEN 'levelDeclared' WHEN 'kindUnknown' THEN 'decisionMade'
                   ELSE 'positionRecorded' END AS missing
FROM judged
