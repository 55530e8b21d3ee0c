-- own_contribution_described
-- People describe their own contribution and can challenge others' claims.
-- Needs: creditPublished, contributionDeclared, entryDisputed, answerGiven
-- Rule: The roles printed with a person's credit are those that they told of last before, for
--   that work, to the same degree where both say one. When a work is printed with credits, every
--   dispute about an earlier credit in it, or about somebody's contribution to it, has a deciding
--   answer.
-- Nothing: notApplicable; No credit with roles was printed, and nobody told of a contribution.
WITH credit AS MATERIALIZED (
  SELECT entry, version, work, initiative, nth, id AS participant,
         first_day(published_on) AS day
  FROM credit_roll WHERE register = 'participant'
), person AS MATERIALIZED (
  SELECT entry, version, work, initiative, participant, day, min(nth) AS nth
  FROM credit GROUP BY entry, participant
), declared AS MATERIALIZED (
  SELECT person.entry, person.participant, max(told.entry) AS told_entry
  FROM person
  JOIN contribution_declared AS told
    ON told.participant = person.participant AND told.work = person.work
  JOIN entry_date AS happened ON happened.entry = told.entry
  WHERE NOT coalesce(first_day(happened.date) > person.day, 0)
  GROUP BY person.entry, person.participant
), role AS (
  SELECT credit.entry, credit.participant, role.role, role.degree, 1 AS printed
  FROM credit JOIN credit_published_role AS role
    ON role.entry = credit.entry AND role.credits_nth = credit.nth
  UNION ALL
  SELECT declared.entry, declared.participant, role.role, role.degree, 0
  FROM declared JOIN contribution_declared__credit_roles AS role ON role.entry = declared.told_entry
  UNION ALL
  SELECT declared.entry, declared.participant, coalesce(role.in_other_words, role.role),
         role.degree, 0
  FROM declared JOIN contribution_declared__local_roles AS role ON role.entry = declared.told_entry
), compared AS (
  SELECT entry, participant, role, max(printed) AS printed, max(NOT printed) AS told,
         coalesce(max(iif(printed, degree, NULL)) <> max(iif(printed, NULL, degree)), 0) AS differs
  FROM role GROUP BY entry, participant, role
), roles AS MATERIALIZED (
  SELECT entry, participant, sum(printed) AS printed, sum(told) AS told,
         sum(printed AND NOT told) AS untold, sum(told AND NOT printed) AS unprinted,
         sum(differs) AS differing
  FROM compared GROUP BY entry, participant
), release AS MATERIALIZED (
  SELECT entry, version, work, initiative, day FROM person GROUP BY entry
), questioned AS (
  SELECT told.entry, told.work FROM contribution_declared AS told
  UNION ALL
  SELECT entry, work FROM release
), disputed AS (
  SELECT release.entry, release.version, release.initiative, release.day, dispute.entry AS dispute,
         last_day(happened.date) AS disputed_on, said.statement_id
  FROM release
  JOIN questioned ON questioned.work = release.work AND questioned.entry < release.entry
  JOIN dispute ON dispute.of_entry = questioned.entry
  JOIN entry AS said ON said.entry = dispute.entry
  JOIN entry_date AS happened ON happened.entry = dispute.entry
  WHERE NOT coalesce(first_day(happened.date) > release.day, 0) AND dispute.entry < release.entry
), decided AS (
  SELECT disputed.*,
         (SELECT min(answer.entry)
          FROM answer_given__to AS answered
          JOIN answer_given AS answer USING (entry)
          JOIN entry_date AS happened ON happened.entry = answer.entry
          WHERE answered.value = 'entry:' || disputed.statement_id
            AND answer.standing = 'decidingAnswer'
            AND NOT coalesce(first_day(happened.date) > disputed.day, 0)) AS answer_entry
  FROM disputed
)
SELECT CASE WHEN roles.untold + roles.unprinted + roles.differing > 0 THEN 'fail'
            WHEN person.day IS NULL OR first_day(happened.date) IS NULL THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'workVersion:' || person.version AS about, person.participant AS person, person.initiative,
       person.day AS day,
       format('%s of %s prints %d role%s of this person, and they told of %d', person.version,
              coalesce(day_text(person.day), 'a day that is not recorded'), roles.printed,
              iif(roles.printed = 1, '', 's'), roles.told)
         || iif(roles.untold > 0, format('; %d printed %s not theirs', roles.untold,
                                         iif(roles.untold = 1, 'is', 'are')), '')
         || iif(roles.unprinted > 0, format('; %d they told of %s not printed', roles.unprinted,
                                            iif(roles.unprinted = 1, 'is', 'are')), '')
         || iif(roles.differing > 0, format('; %d %s printed to another degree', roles.differing,
                                            iif(roles.differing = 1, 'is', 'are')), '')
         || iif(declared.told_entry IS NOT NULL AND first_day(happened.date) IS NULL,
                '; when they told of them is not recorded', '') || '.' AS says,
       person.entry || coalesce(',' || declared.told_entry, '') AS entries,
       iif(person.day IS NULL, 'creditPublished', 'contributionDeclared') AS missing
FROM roles
JOIN person ON person.entry = roles.entry AND person.participant = roles.participant
LEFT JOIN declared
  ON declared.entry = roles.entry AND declared.participant = roles.participant
LEFT JOIN entry_date AS happened ON happened.entry = declared.told_entry
UNION ALL
SELECT iif(answer_entry IS NULL, 'fail', 'pass'), 'workVersion:' || version, NULL, initiative, day,
       format('A credit was disputed%s, and when %s was printed on %s that %s.',
              coalesce(' on ' || day_text(disputed_on), ''), version,
              coalesce(day_text(day), 'a day that is not recorded'),
              iif(answer_entry IS NULL, 'was still open', 'had a deciding answer')),
       entry || ',' || dispute || coalesce(',' || answer_entry, ''), NULL
FROM decided
