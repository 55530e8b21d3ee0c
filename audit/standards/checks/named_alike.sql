-- named_alike
-- If staff or academics are named one by one, so are lived-experience contributors who want it.
-- Needs: creditPublished, creditChosen, participantJoined, inputReceived, attendanceRecorded
-- Rule: Where a section of the credits names somebody without lived experience on their own,
--   every contributor with lived experience whose last choice before was a name or initials stands
--   there on their own, too. Contributors said something about the work, came to a meeting about
--   it, told of their contribution, or chose how to be named in this work. Each section is looked
--   at.
-- Nothing: notApplicable; No credits that name people one by one were printed.
WITH release AS MATERIALIZED (
  SELECT published.entry, published."of" AS version, published.of_work AS work,
         published.initiative,
         first_day(coalesce(nullif(published.published, 'unknown'), happened.date)) AS day
  FROM credit_published AS published JOIN entry_date AS happened USING (entry)
), listed AS MATERIALIZED (
  SELECT DISTINCT printed.entry, coalesce(printed.section, '') AS section, who.id AS participant,
         expert.participant IS NOT NULL AS is_expert,
         EXISTS (SELECT 1 FROM participant_expertise AS held
                 WHERE held.participant = who.id AND held.expertise IS NOT NULL) AS is_known
  FROM credit_published__credits AS printed
  JOIN credit_published__credits__who AS who
    ON who.entry = printed.entry AND who.credits_nth = printed.nth
   AND who.register = 'participant'
  LEFT JOIN lived_expert AS expert ON expert.participant = who.id
  WHERE printed.form IN ('fullName', 'chosenName', 'initials')
), section AS MATERIALIZED (
  SELECT entry, section, sum(NOT is_expert AND is_known) AS others,
         sum(NOT is_expert AND NOT is_known) AS unknowns
  FROM listed GROUP BY entry, section
  HAVING sum(NOT is_expert) > 0
), contributor AS (
  SELECT work, participant FROM work_person
  UNION
  SELECT covers_work, participant FROM credit_chosen WHERE covers_work IS NOT NULL
), choice AS (
  SELECT release.entry, contributor.participant, chosen.entry AS chosen_entry, chosen.form,
         max(chosen.entry) OVER (PARTITION BY release.entry, contributor.participant) AS last_entry
  FROM release
  JOIN contributor ON contributor.work = release.work
  JOIN lived_expert AS expert ON expert.participant = contributor.participant
  JOIN credit_chosen AS chosen
    ON chosen.participant = contributor.participant
   AND (chosen.covers_work = release.work OR chosen.covers_work IS NULL)
  JOIN entry_date AS happened ON happened.entry = chosen.entry
  WHERE NOT coalesce(first_day(happened.date) > release.day, 0)
), wants AS MATERIALIZED (
  SELECT entry, participant, chosen_entry FROM choice
  WHERE chosen_entry = last_entry AND form IN ('fullName', 'chosenName', 'initials')
), word AS (
  SELECT 'byline' AS section, 'the byline' AS words
  UNION ALL SELECT 'corporateAuthor', 'the corporate author' UNION ALL SELECT 'note', 'the note'
  UNION ALL SELECT 'thanks', 'the thanks' UNION ALL SELECT 'quotation', 'the quotations'
  UNION ALL SELECT 'creativePiece', 'the creative piece' UNION ALL SELECT 'tag', 'the tags'
)
SELECT CASE WHEN wants.participant IS NULL THEN 'notApplicable'
            WHEN own.participant IS NOT NULL THEN 'pass'
            WHEN section.others = 0 THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'workVersion:' || release.version AS about, wants.participant AS person,
       release.initiative AS initiative, release.day AS day,
       format('In %s of %s %d %s by name; ', coalesce(word.words, 'the credits'), release.version,
              section.others + section.unknowns,
              iif(section.others = 0,
                  iif(section.unknowns = 1, 'person whose expertise is not recorded stands',
                      'people whose expertise is not recorded stand'),
                  iif(section.others + section.unknowns = 1,
                      'person without lived experience stands',
                      'people without lived experience stand'))) ||
         CASE WHEN wants.participant IS NULL THEN
                'no contributor with lived experience had chosen to be named.'
              WHEN own.participant IS NOT NULL THEN
                'this contributor with lived experience does, too, as they chose.'
              ELSE 'this contributor with lived experience, who chose to be named, does not.'
         END AS says,
       section.entry || coalesce(',' || wants.chosen_entry, '') AS entries,
       'participantJoined' AS missing
FROM section
JOIN release ON release.entry = section.entry
LEFT JOIN wants ON wants.entry = section.entry
LEFT JOIN listed AS own
  ON own.entry = section.entry AND own.section = section.section
 AND own.participant = wants.participant
LEFT JOIN word ON word.section = section.section
