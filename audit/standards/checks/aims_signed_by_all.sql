-- aims_signed_by_all
-- A shared statement of aims and ways of working is agreed and signed up to by every
--   organisation and group.
-- Needs: initiativeOpened, organisationRegistered, groupFormed, agreementAdopted,
--   agreementSigned, participantJoined, roleAssigned
-- Rule: A statement of aims and ways of working is adopted within n days of the opening of the
--   initiative. Each organisation taking part (that leads it, hosts a group of it, or that somebody
--   comes from) and at least one member of each of its groups, or the group as one, has signed a
--   version of it. Whoever joins later signs or objects within m days. An organisation or group
--   that has not signed is late once both the n days and m days since the adoption are over.
-- Parameter n: until the statement is agreed; calendar days; 30
-- Parameter m: until somebody who joins later signs or objects; calendar days; 14
-- Nothing: notApplicable; No initiative was opened.
WITH opened AS MATERIALIZED (
  SELECT opened.id AS initiative, opened.entry, opened.lead_organisation,
         first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM initiative_opened AS opened JOIN entry_date AS happened ON happened.entry = opened.entry
), adopted AS MATERIALIZED (
  SELECT CAST(coalesce(
           (SELECT coalesce(formed.about, holds.value_id)
            FROM agreement_adopted__for AS holds
            LEFT JOIN group_formed AS formed
              ON holds.value_register = 'group' AND formed.id = holds.value_id
            WHERE holds.entry = agreement.entry
              AND (holds.value_register = 'initiative' OR formed.about IS NOT NULL)
            ORDER BY holds.nth LIMIT 1),
           belongs.initiative) AS TEXT) AS initiative,
         agreement.entry, agreement.id,
         coalesce(nullif(agreement."from", 'unknown'), happened.date) AS since
  FROM agreement_adopted AS agreement
  JOIN entry_initiative AS belongs ON belongs.entry = agreement.entry
  JOIN entry_date AS happened ON happened.entry = agreement.entry
  WHERE agreement.agreement_kind = 'aimsAndWaysOfWorking'
), statement AS MATERIALIZED (
  SELECT initiative, id, min(entry) AS entry, first_day(since) AS first, last_day(since) AS last
  FROM adopted GROUP BY initiative
), signed AS MATERIALIZED (
  SELECT statement.initiative, sign.entry, sign.participant, sign.organisation, sign."group",
         sign.answer, first_day(happened.date) AS first, last_day(happened.date) AS last
  FROM statement
  JOIN adopted AS version ON version.initiative = statement.initiative
  JOIN agreement_signed AS sign ON sign.agreement_agreement = version.id
  JOIN entry_date AS happened ON happened.entry = sign.entry
  WHERE sign.answer IN ('signed', 'objected')
  GROUP BY statement.initiative, sign.entry
), party AS MATERIALIZED (
  SELECT initiative, 'organisation' AS register, lead_organisation AS id, entry
  FROM opened WHERE lead_organisation IS NOT NULL
  UNION
  SELECT about, 'organisation', hosted_by, entry FROM group_formed
  WHERE about IS NOT NULL AND hosted_by IS NOT NULL
  UNION
  SELECT initiative, 'organisation', organisation, entry FROM initiative_membership
  WHERE organisation IS NOT NULL
  UNION
  SELECT CAST(coalesce(formed.about, belongs.initiative) AS TEXT), 'group', formed.id, formed.entry
  FROM group_formed AS formed JOIN entry_initiative AS belongs ON belongs.entry = formed.entry
), taking_part AS (
  SELECT initiative, register, id, min(entry) AS entry FROM party
  WHERE initiative IS NOT NULL GROUP BY initiative, register, id
), hand AS MATERIALIZED (
  SELECT initiative, 'organisation' AS register, organisation AS id, entry, answer, last
  FROM signed WHERE organisation IS NOT NULL
  UNION ALL
  SELECT initiative, 'group', "group", entry, answer, last FROM signed WHERE "group" IS NOT NULL
  UNION ALL
  SELECT signed.initiative, 'group', member.group_id, signed.entry, signed.answer, signed.last
  FROM signed JOIN group_membership AS member ON member.participant = signed.participant
  WHERE signed.answer = 'signed'
), best AS (
  SELECT initiative, register, id, answer, entry, last,
         row_number() OVER (PARTITION BY initiative, register, id
                            ORDER BY answer = 'objected', entry) AS nth
  FROM hand
), own_hand AS MATERIALIZED (
  SELECT initiative, participant, min(entry) AS entry, min(last) AS last,
         min(coalesce(first, 0)) AS first
  FROM signed WHERE participant IS NOT NULL GROUP BY initiative, participant
), later AS MATERIALIZED (
  SELECT person.initiative, person.participant, person.entry,
         first_day(person.since) AS first, last_day(person.since) AS last,
         statement.entry AS statement_entry, statement.id AS statement,
         own_hand.entry AS signed_entry, own_hand.first AS signed_first,
         own_hand.last AS signed_last
  FROM initiative_membership AS person
  JOIN statement ON statement.initiative = person.initiative
  LEFT JOIN own_hand ON own_hand.initiative = person.initiative
                    AND own_hand.participant = person.participant
  WHERE first_day(person.since) > statement.last
     OR (first_day(person.since) IS NULL AND statement.last IS NOT NULL)
)
SELECT CASE WHEN statement.last <= opened.first + :n THEN 'pass'
            WHEN statement.first > opened.last + :n THEN 'fail'
            WHEN statement.entry IS NULL AND opened.last + :n < :today THEN 'fail'
            WHEN statement.entry IS NULL AND opened.last + :n >= :today THEN 'notDue'
            ELSE 'unknown' END AS verdict,
       'initiative:' || opened.initiative AS about, NULL AS person, opened.initiative,
       coalesce(statement.last, opened.last + :n) AS day,
       CASE WHEN opened.first IS NULL THEN 'The day on which the initiative began is not recorded.'
            WHEN statement.entry IS NULL THEN
              format('No statement of aims and ways of working was adopted; by %s, %s after '
                     || 'the start, it was promised.', day_text(opened.last + :n),
                     count_text(:n, 'day', 'days'))
            WHEN statement.first IS NULL THEN
              format('The day on which %s was adopted is not recorded.', statement.id)
            ELSE format('The statement of aims and ways of working, %s, was adopted on %s, %d '
                        || 'day%s after the start; %s promised.',
                        statement.id, day_text(statement.last), statement.last - opened.first,
                        iif(statement.last - opened.first = 1, '', 's'),
                        count_text(:n, 'was', 'were')) END AS says,
       opened.entry || coalesce(',' || statement.entry, '') AS entries,
       iif(opened.first IS NULL, 'initiativeOpened', 'agreementAdopted') AS missing
FROM opened LEFT JOIN statement ON statement.initiative = opened.initiative
UNION ALL
SELECT CASE WHEN best.answer = 'signed' THEN 'pass'
            WHEN best.answer = 'objected' THEN 'fail'
            WHEN opened.last IS NULL OR statement.last IS NULL THEN 'unknown'
            WHEN max(opened.last + :n, statement.last + :m) < :today THEN 'fail'
            ELSE 'notDue' END,
       part.register || ':' || part.id, NULL, part.initiative,
       coalesce(best.last, statement.first),
       format('%s %s %s %s%s.', iif(part.register = 'group', 'Group', 'Organisation'), part.id,
              CASE best.answer WHEN 'signed' THEN iif(part.register = 'group',
                                                      'or a member of it signed', 'signed')
                               WHEN 'objected' THEN 'objected to'
                               ELSE 'has not signed' END,
              statement.id, coalesce(' on ' || day_text(best.last), '')),
       statement.entry || ',' || part.entry || coalesce(',' || best.entry, ''),
       iif(opened.last IS NULL, 'initiativeOpened', 'agreementAdopted')
FROM taking_part AS part
JOIN opened ON opened.initiative = part.initiative
JOIN statement ON statement.initiative = part.initiative
LEFT JOIN best ON best.initiative = part.initiative AND best.register = part.register
              AND best.id = part.id AND best.nth = 1
UNION ALL
SELECT CASE WHEN signed_last <= first + :m THEN 'pass'
            WHEN last + :m < coalesce(signed_first, :today) THEN 'fail'
            WHEN signed_entry IS NULL AND last + :m >= :today THEN 'notDue'
            ELSE 'unknown' END,
       'participant:' || participant, participant, initiative, first,
       CASE WHEN first IS NULL THEN 'The day of joining is not recorded.'
            ELSE format('Joined on %s and %s; %s promised.', day_text(first),
                        CASE WHEN signed_entry IS NULL THEN 'has neither signed nor objected to '
                                                            || statement
                             WHEN signed_last IS NULL THEN 'signed or objected to ' || statement
                                                           || ', nobody says when'
                             ELSE format('signed or objected to %s on %s', statement,
                                         day_text(signed_last)) END,
                                         count_text(:m, 'day was', 'days were')) END,
       statement_entry || ',' || entry || coalesce(',' || signed_entry, ''),
       iif(first IS NULL, 'participantJoined', 'agreementSigned')
FROM later
