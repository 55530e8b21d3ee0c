-- decision_record_complete
-- Each decision record says who decided, in what role, what the options were, why, and on what
--   evidence.
-- Needs: decisionMade, matterRaised, optionProposed
-- Rule: Each decision says who decided, and of each participant among them in what role, there or
--   by a role held that day; by which rule, there or in the matter; at least two options, or why
--   there was only one; why; on what evidence, or that there was none; and because of what. A
--   group or an organisation decides in its own role. It is weak if all is there and who decided
--   is told in words alone. Deciders that are not recorded are not told.
-- Nothing: notApplicable; No decision is on record.
WITH ended AS MATERIALIZED (
  SELECT who.id, role.role, role.within, role.entry
  FROM role_ended AS role JOIN role_ended__who AS who ON who.entry = role.entry
  WHERE who.register = 'participant'
), held AS MATERIALIZED (
  SELECT who.id, assigned.entry, min(ended.entry) AS ended_entry
  FROM role_assigned AS assigned
  JOIN role_assigned__who AS who ON who.entry = assigned.entry AND who.register = 'participant'
  LEFT JOIN ended ON ended.id = who.id AND ended.role IS assigned.role
                 AND ended.within IS assigned.within AND ended.entry > assigned.entry
  GROUP BY who.id, assigned.entry
), party AS MATERIALIZED (
  SELECT entry, party, register, id, role, words, description FROM decision_party
  WHERE part IS NOT 'proposed'
), person AS MATERIALIZED (
  SELECT party.entry, party.id, max(held.entry) AS role_entry
  FROM party
  LEFT JOIN held ON held.id = party.id AND held.entry < party.entry
                AND (held.ended_entry IS NULL OR held.ended_entry > party.entry)
  WHERE party.register = 'participant' AND party.role IS NULL
  GROUP BY party.entry, party.id
), roles AS MATERIALIZED (
  SELECT entry, max(role_entry) AS role_entry, sum(role_entry IS NULL) AS without_role
  FROM person GROUP BY entry
), deciders AS MATERIALIZED (
  SELECT entry, max(register IS NOT NULL OR description IS NOT NULL) AS some_named,
         max(words IS NOT NULL) AS some_words
  FROM party GROUP BY entry
), proposed AS MATERIALIZED (
  SELECT decision.entry, count(*) AS options, max(option.entry) AS option_entry
  FROM decision_made AS decision
  JOIN option_proposed AS option
    ON option.matter = decision.matter AND option.entry < decision.entry
  GROUP BY decision.entry
), told AS MATERIALIZED (
  SELECT decision.entry, decision.id, decision.initiative, matter.entry AS matter_entry,
         roles.role_entry, iif(proposed.options >= 2, proposed.option_entry, NULL) AS option_entry,
         coalesce(deciders.some_named, 0) AS some_named,
         iif(coalesce(deciders.some_named, deciders.some_words, 0) = 0 AND
             coalesce(deciders.some_words, 0) = 0, '; who decided', '') ||
         iif(coalesce(roles.without_role, 0) > 0, '; in what role each of them decided', '') ||
         iif(coalesce(decision.how, matter.how) IS NULL, '; by which rule', '') ||
         iif(coalesce(decision.options_single, '') = '' AND coalesce(proposed.options, 0) < 2
             AND (SELECT count(*) FROM decision_made__options_considered AS o
                  WHERE o.entry = decision.entry) < 2,
             '; two options, or why there was only one', '') ||
         iif(coalesce(decision.why, '') = '', '; why', '') ||
         iif(decision.evidence IS NOT 'none'
             AND NOT EXISTS (SELECT 1 FROM decision_made__evidence_given AS e
                             WHERE e.entry = decision.entry),
             '; on what evidence, or that there was none', '') ||
         iif(NOT EXISTS (SELECT 1 FROM decision_made__because_of AS b
                         WHERE b.entry = decision.entry), '; because of what', '') AS lacks
  FROM decision_made AS decision
  LEFT JOIN matter_raised AS matter ON matter.id = decision.matter
  LEFT JOIN roles ON roles.entry = decision.entry
  LEFT JOIN deciders ON deciders.entry = decision.entry
  LEFT JOIN proposed ON proposed.entry = decision.entry
)
SELECT CASE WHEN lacks <> '' THEN 'fail' WHEN some_named THEN 'pass' ELSE 'weak' END AS verdict,
       'decision:' || id AS about, NULL AS person, initiative, first_day(made.date) AS day,
       format('Decision %s%s ', id, coalesce(' of ' || day_text(first_day(made.date)), '')) ||
       CASE WHEN lacks <> '' THEN 'does not record: ' || substr(lacks, 3) || '.'
            WHEN some_named THEN 'says who decided and in what role, by which rule, from which '
                                 || 'options, why, on what evidence and because of what.'
            ELSE 'says all that was promised; who decided is told in words, without a name.'
       END AS says,
       told.entry || coalesce(',' || matter_entry, '') || coalesce(',' || role_entry, '')
         || coalesce(',' || option_entry, '') AS entries,
       NULL AS missing
FROM told JOIN entry_date AS made ON made.entry = told.entry
