-- change_can_be_seen
-- "We did" is backed by a change you can see.
-- Needs: responseGiven, changeMade, versionMade, actionOpened, workPublished
-- Rule: Each answer that adopted an input, whole or in part, has a change on record that names the
--   input, and an action or a version of a work in which it can be seen. With a version it is
--   unknown until that version, or a later one, is published. Without any change it is unknown
--   until the work that the input was about, or in which the answer says it can be seen, is
--   published; then the clause is broken.
-- Nothing: notApplicable; No answer says that an input was adopted, whole or in part.
WITH answer AS MATERIALIZED (
  SELECT response.entry, response.id, response.initiative, input.value AS input,
         response.disposition, said.entry AS input_entry, first_day(given.date) AS day
  FROM response_given AS response
  JOIN response_given__inputs AS input ON input.entry = response.entry
  JOIN entry_date AS given ON given.entry = response.entry
  LEFT JOIN input_received AS said ON said.id = input.value
  WHERE response.disposition IN ('adopted', 'partly')
), version AS MATERIALIZED (
  SELECT work, CAST(work || '@' || version AS TEXT) AS label, min(entry) AS entry FROM version_made
  GROUP BY work, version
), publication AS MATERIALIZED (
  SELECT CAST(coalesce(version.work, published.version_work, published.work) AS TEXT) AS work,
         published.entry,
         published.version AS label, version.entry AS version_entry
  FROM work_published AS published LEFT JOIN version ON version.label = published.version
), last_published AS MATERIALIZED (
  SELECT work, max(entry) AS entry FROM publication GROUP BY work
), last_version AS MATERIALIZED (
  SELECT work, max(version_entry) AS version_entry, entry FROM publication GROUP BY work
), change AS MATERIALIZED (
  SELECT because.value AS input, made.entry, made.version, made.version_work, made.section,
         action.id AS action, action.entry AS action_entry, version.entry AS version_entry,
         iif(last_version.version_entry >= version.entry, last_version.entry, NULL)
           AS published_entry
  FROM change_made__inputs AS because
  JOIN change_made AS made ON made.entry = because.entry
  LEFT JOIN action_opened AS action ON action.id = made.action
  LEFT JOIN version ON version.label = made.version
  LEFT JOIN last_version ON last_version.work = version.work
  WHERE action.entry IS NOT NULL OR version.entry IS NOT NULL
), best AS MATERIALIZED (
  SELECT input, entry, version, action, action_entry, version_entry, published_entry,
         max(iif(action_entry IS NOT NULL, 2, 0) + (published_entry IS NOT NULL)) AS worth
  FROM change GROUP BY input
), expected AS MATERIALIZED (
  SELECT answer.entry, answer.input, max(shown.entry) AS published_entry
  FROM (SELECT entry, input, substr(about.value_id, 1, instr(about.value_id || '@', '@') - 1)
                               AS work
        FROM (SELECT answer.entry AS entry, answer.input AS input, about.value_id AS value_id
              FROM answer JOIN input_received__about AS about ON about.entry = answer.input_entry
              WHERE about.value_register IN ('work', 'workVersion')
              UNION
              SELECT answer.entry, answer.input, seen.value_id
              FROM answer JOIN response_given__shown_by AS seen ON seen.entry = answer.entry
              WHERE seen.value_register IN ('work', 'workVersion')) AS about) AS answer
  JOIN last_published AS shown ON shown.work = answer.work AND shown.entry > answer.entry
  GROUP BY answer.entry, answer.input
), judged AS (
  SELECT answer.*, best.entry AS change_entry, best.version, best.action, best.action_entry,
         best.version_entry, iif(best.entry IS NULL, expected.published_entry, best.published_entry)
           AS published_entry,
         CASE WHEN best.worth > 0 THEN 'seen' WHEN best.entry IS NOT NULL THEN 'notYet'
              WHEN expected.published_entry IS NOT NULL THEN 'unseen' ELSE 'open' END AS result
  FROM answer
  LEFT JOIN best ON best.input = answer.input
  LEFT JOIN expected ON expected.entry = answer.entry AND expected.input = answer.input
)
SELECT CASE result WHEN 'seen' THEN 'pass' WHEN 'unseen' THEN 'fail' ELSE 'unknown' END AS verdict,
       'response:' || id AS about, NULL AS person, initiative, day,
       format('Answer %s says that input %s was %s', id, input,
              iif(disposition = 'adopted', 'adopted', 'adopted in part')) ||
       CASE result
         WHEN 'seen' THEN format(', and the change can be seen in %s.',
                                 iif(action IS NULL, 'version ' || version, 'action ' || action))
         WHEN 'notYet' THEN
           format('; the change is in version %s, and no publication of it or of a '
                                   || 'later one is on record.', version)
         WHEN 'unseen' THEN '; the work was published since, and no change because of it is on '
                            || 'record.'
         ELSE '; no change because of it is on record, and nothing that would show it was '
              || 'published.'
       END AS says,
       entry || coalesce(',' || change_entry, '') || coalesce(',' || version_entry, '')
         || coalesce(',' || action_entry, '') || coalesce(',' || published_entry, '') AS entries,
       iif(result = 'notYet', 'workPublished', 'changeMade') AS missing
FROM judged
