-- nobody_blocks_or_is_outvoted
-- No one person can block, and no group can be outvoted silently.
-- Needs: signOffOpened, signOffGiven, signOffClosed
-- Rule: The result of each sign-off round follows from the last answer of each person before it
--   was closed: approved if a share of a or more of all who replied approve, with reservations or
--   without, and of those of each expertise with a reply a share of g or more; approved without an
--   expertise, which is named, or not approved, if only that falls short; else not approved.
--   Approval on a condition, abstaining and silence are not approval. It is not due while the
--   round is open.
-- Parameter a: share of all replies that have to approve; share of replies; 0.75
-- Parameter g: share of each group's replies that have to approve; share of replies; 0.5
-- Nothing: notApplicable; No sign-off round is on record.
WITH reply AS MATERIALIZED (
  SELECT seat.round, seat.round_entry, seat.participant, seat.answer_entry,
         seat.answer IN ('assent', 'assentWithReservations') AS approves, given."as" AS as_said
  FROM sign_off_seat AS seat JOIN sign_off_given AS given ON given.entry = seat.answer_entry
  WHERE seat.answer IS NOT NULL
), total AS MATERIALIZED (
  SELECT round, count(*) AS replies, sum(approves) AS approvals, max(answer_entry) AS answer_entry,
         group_concat(answer_entry) AS entries
  FROM reply GROUP BY round
), listed AS MATERIALIZED (
  SELECT seat.entry, seat.participant, expertise.value AS name
  FROM sign_off_opened__eligible AS seat
  JOIN sign_off_opened__eligible__expertise AS expertise
    ON expertise.entry = seat.entry AND expertise.eligible_nth = seat.nth
), held AS (
  SELECT participant, expertise, from_entry, until_entry FROM participant_expertise
  WHERE expertise IS NOT NULL
), speaks AS MATERIALIZED (
  SELECT round, participant, approves, as_said AS name FROM reply WHERE as_said IS NOT NULL
  UNION
  SELECT reply.round, reply.participant, reply.approves, coalesce(listed.name, held.expertise)
  FROM reply
  LEFT JOIN listed ON listed.entry = reply.round_entry AND listed.participant = reply.participant
  LEFT JOIN held ON held.participant = reply.participant AND held.from_entry < reply.round_entry
                AND (held.until_entry IS NULL OR held.until_entry > reply.round_entry)
  WHERE reply.as_said IS NULL
), part AS MATERIALIZED (
  SELECT round, name, count(*) AS replies, sum(approves) AS approvals
  FROM speaks WHERE name IS NOT NULL GROUP BY round, name
), closing AS MATERIALIZED (
  SELECT round, max(entry) AS entry, result, closed FROM sign_off_closed GROUP BY round
), short AS MATERIALIZED (
  SELECT part.round, count(*) AS parts,
         sum(named.value IS NULL) AS unnamed,
         group_concat(format('%d of %d %s', part.approvals, part.replies,
                             CASE part.name WHEN 'livedExperience' THEN 'with lived experience'
                                            WHEN 'practitioner' THEN 'practitioners'
                                            WHEN 'technicalExpert' THEN 'technical experts'
                                            ELSE 'with no such expertise' END), ', ') AS told
  FROM part
  JOIN closing ON closing.round = part.round
  LEFT JOIN sign_off_closed__without_agreement_of AS named
    ON named.entry = closing.entry AND named.value = part.name
  WHERE part.approvals < CAST(:g AS REAL) * part.replies - 1e-9
  GROUP BY part.round
), collective AS MATERIALIZED (
  SELECT DISTINCT round FROM sign_off_given WHERE participant IS NULL
), judged AS MATERIALIZED (
  SELECT opened.id, opened.entry, opened.initiative, closing.entry AS closing_entry, closing.result,
         coalesce(first_day(closing.closed), first_day(closed_on.date)) AS day,
         coalesce(total.replies, 0) AS replies, coalesce(total.approvals, 0) AS approvals,
         total.entries, short.told,
         CASE WHEN closing.entry IS NULL THEN 'notDue'
              WHEN NOT EXISTS (SELECT 1 FROM sign_off_opened__eligible AS seat
                               WHERE seat.entry = opened.entry) THEN 'nobody'
              WHEN closing.result IS NULL THEN 'noResult'
              WHEN total.round IS NULL AND collective.round IS NOT NULL THEN 'collective'
              WHEN coalesce(total.approvals >= CAST(:a AS REAL) * total.replies - 1e-9, 0) = 0
                THEN iif(closing.result = 'notApproved', 'follows', 'tooFew')
              WHEN short.round IS NULL
                THEN iif(closing.result = 'notApproved', 'blocked', 'follows')
              WHEN closing.result = 'approved' THEN 'silently'
              WHEN closing.result = 'approvedWithoutGroup' AND short.unnamed > 0 THEN 'unnamed'
              ELSE 'follows' END AS verdict_on
  FROM sign_off_opened AS opened
  LEFT JOIN closing ON closing.round = opened.id
  LEFT JOIN entry_date AS closed_on ON closed_on.entry = closing.entry
  LEFT JOIN total ON total.round = opened.id
  LEFT JOIN short ON short.round = opened.id
  LEFT JOIN collective ON collective.round = opened.id
)
SELECT CASE verdict_on WHEN 'follows' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'nobody' THEN
            'unknown' WHEN 'noResult' THEN 'unknown' WHEN 'collective' THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'round:' || id AS about, NULL AS person, initiative, day,
       CASE verdict_on
         WHEN 'notDue' THEN format('Round %s is open.', id)
         WHEN 'nobody' THEN format('Who may sign in round %s is not recorded.', id)
         WHEN 'noResult' THEN format('The result of round %s is not recorded.', id)
         WHEN 'collective' THEN
           format('In round %s people are told to have signed as a group; who of them agreed is '
                  || 'not recorded.', id)
         ELSE format('In round %s %d of %d replies approve', id, approvals, replies) ||
              coalesce(', and too few of one expertise: ' || told, '') ||
              format('; the result is "%s"', CASE result WHEN 'approved' THEN 'approved'
                                                         WHEN 'notApproved' THEN 'not approved'
                                                         ELSE 'approved without one of the groups'
                                                         END) ||
              CASE verdict_on
                WHEN 'follows' THEN ', as follows from that.'
                WHEN 'tooFew' THEN format('; a share of %s was promised.', :a)
                WHEN 'blocked' THEN '; enough approve, and nobody can block it.'
                WHEN 'silently' THEN '; that they did not agree is not said.'
                ELSE '; which group did not agree is not said.' END
       END AS says,
       entry || coalesce(',' || closing_entry, '') || coalesce(',' || entries, '') AS entries,
       CASE verdict_on WHEN 'nobody' THEN 'signOffOpened' WHEN 'collective' THEN 'signOffGiven'
                       ELSE 'signOffClosed' END AS missing
FROM judged
