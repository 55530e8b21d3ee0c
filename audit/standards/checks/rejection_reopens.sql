-- rejection_reopens
-- If the wider community rejects the work there is a rule to start again.
-- Needs: surveyOpened, surveyClosed, matterRaised, decisionMade, positionRecorded
-- Rule: Where a survey that is a check with the wider community ended with a share of more than t
--   against, there is a decision because of it whether to go on or start again, within n days, on
--   which participants with lived experience have positions on record. Which way it was decided is
--   not judged. Up to that share the clause does not apply. The share is the survey's, or else that
--   of its only question.
-- Parameter t: share against from which there has to be a decision; share of answers; 0.5
-- Parameter n: from the survey to the decision; calendar days; 60
-- Nothing: notApplicable; No survey is on record as a check with the wider community.
WITH result AS MATERIALIZED (
  SELECT entry, count(*) AS questions, max(against_unscaled) AS unscaled,
         max(against_places) AS places
  FROM survey_closed__results WHERE against_unscaled IS NOT NULL GROUP BY entry
), survey AS MATERIALIZED (
  SELECT opened.id, opened.entry, opened.initiative, max(closed.entry) AS closing_entry,
         first_day(coalesce(nullif(closed.closed, 'unknown'), closed_on.date)) AS since_first,
         last_day(coalesce(nullif(closed.closed, 'unknown'), closed_on.date)) AS since_last,
         coalesce(closed.against_unscaled / pow(10, coalesce(closed.against_places, 0)),
                  iif(result.questions = 1, result.unscaled / pow(10, coalesce(result.places, 0)),
                      NULL)) AS against
  FROM survey_opened AS opened
  LEFT JOIN survey_closed AS closed ON closed.survey = opened.id
  LEFT JOIN entry_date AS closed_on ON closed_on.entry = closed.entry
  LEFT JOIN result ON result.entry = closed.entry
  WHERE opened.purpose = 'broadCheck'
  GROUP BY opened.id
), lived AS MATERIALIZED (
  SELECT participant, from_entry, until_entry FROM participant_expertise
  WHERE expertise = 'livedExperience'
), position AS MATERIALIZED (
  SELECT CAST(position.decision AS TEXT) AS decision, count(*) AS positions,
         max(position.entry) AS entry,
         max(iif(position.as_expertise = 'livedExperience'
                 OR position.as_expertise IS NULL AND lived.participant IS NOT NULL,
                 position.entry, NULL)) AS expert_entry
  FROM position_current AS position
  LEFT JOIN lived ON lived.participant = position.participant
                 AND lived.from_entry < position.entry
                 AND (lived.until_entry IS NULL OR lived.until_entry > position.entry)
  WHERE position.counted
  GROUP BY position.decision
), caused AS MATERIALIZED (
  SELECT cause.what_id AS survey, cause.entry FROM decision_made__because_of AS cause
  WHERE cause.what_register = 'survey'
  UNION
  SELECT cause.value_id, made.entry
  FROM matter_raised__because_of AS cause
  JOIN matter_raised AS matter ON matter.entry = cause.entry
  JOIN decision_made AS made ON made.matter = matter.id
  WHERE cause.value_register = 'survey'
), decision AS MATERIALIZED (
  SELECT caused.survey, made.id, made.entry, coalesce(made.decision_kind,
      matter.matter_kind) AS kind,
         first_day(made_on.date) AS earliest, last_day(made_on.date) AS latest,
         coalesce(position.positions, 0) AS positions, position.expert_entry,
         max(2 * (position.expert_entry IS NOT NULL) + (position.positions IS NULL)) AS worth
  FROM caused
  JOIN decision_made AS made ON made.entry = caused.entry
  JOIN entry_date AS made_on ON made_on.entry = made.entry
  LEFT JOIN matter_raised AS matter ON matter.id = made.matter
  LEFT JOIN position ON position.decision = made.id
  WHERE coalesce(made.decision_kind, matter.matter_kind, 'goOnOrStartAgain') = 'goOnOrStartAgain'
  GROUP BY caused.survey
), judged AS (
  SELECT survey.*, decision.id AS decision, decision.entry AS decision_entry, decision.earliest,
         decision.latest, decision.expert_entry,
         CASE WHEN closing_entry IS NULL THEN 'open'
              WHEN against IS NULL THEN 'shareUnknown'
              WHEN against <= 100 * CAST(:t AS REAL) + 1e-9 THEN 'accepted'
              WHEN since_first IS NULL OR since_last IS NULL THEN 'undated'
              WHEN decision.entry IS NULL AND :today - since_first <= :n THEN 'notDue'
              WHEN decision.entry IS NULL AND :today - since_last <= :n THEN 'undated'
              WHEN decision.entry IS NULL THEN 'never'
              WHEN decision.earliest - since_last > :n THEN 'late'
              WHEN decision.kind IS NULL THEN 'kindUnknown'
              WHEN decision.positions = 0 THEN 'nobody'
              WHEN decision.expert_entry IS NULL THEN 'without'
              WHEN decision.latest - since_first <= :n THEN 'inTime'
              ELSE 'decisionUndated' END AS result
  FROM survey LEFT JOIN decision ON decision.survey = survey.id
)
SELECT CASE WHEN result = 'inTime' THEN 'pass' WHEN result IN ('open', 'notDue') THEN 'notDue'
            WHEN result = 'accepted' THEN 'notApplicable'
            WHEN result IN ('never', 'late', 'without') THEN 'fail' ELSE 'unknown' END AS verdict,
       'survey:' || id AS about, NULL AS person, initiative, since_first AS day,
       CASE result
         WHEN 'open' THEN format('Survey %s is not closed.', id)
         WHEN 'shareUnknown' THEN format('What share was against in survey %s is not recorded.', id)
         ELSE format('In survey %s %g per cent were against', id, against)
       END ||
       CASE result
         WHEN 'open' THEN '' WHEN 'shareUnknown' THEN ''
         WHEN 'accepted' THEN format('; no decision is promised up to %g.', 100 * CAST(:t AS REAL))
         WHEN 'undated' THEN '; the exact day on which it ended is not recorded.'
         WHEN 'notDue' THEN format('; there is time to decide whether to go on until %s.',
                                   day_text(since_first + :n))
         WHEN 'never' THEN
           format('; %s later there is no decision because of it whether to go on or start '
                  || 'again, and %s promised.',
                  count_text(:today - since_last, 'day', 'days'), count_text(:n, 'was', 'were'))
         WHEN 'kindUnknown' THEN
           format('; whether decision %s is about going on or starting again is not recorded.',
                  decision)
         WHEN 'nobody' THEN format('; nobody''s position on decision %s is on record.', decision)
         WHEN 'without' THEN format('; nobody with lived experience has a position on decision %s.',
                                    decision)
         WHEN 'decisionUndated' THEN
           format('; the exact day of decision %s is not recorded.', decision)
         ELSE format('; decision %s whether to go on came on %s, %s later; %s promised.',
                     decision, day_text(latest),
                     count_text(latest - since_first, 'day', 'days'), count_text(:n, 'was', 'were'))
       END AS says,
       entry || coalesce(',' || closing_entry, '') || coalesce(',' || decision_entry, '')
         || coalesce(',' || expert_entry, '') AS entries,
       CASE WHEN result IN ('shareUnknown', 'undated') THEN 'surveyClosed'
            WHEN result = 'nobody' THEN 'positionRecorded' ELSE 'decisionMade' END AS missing
FROM judged
