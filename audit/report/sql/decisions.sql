-- What was decided, by whom and because of what.

-- :decisions
-- "decider": all parties where all agreed and it is told of whom; some where people or groups, or
-- what part somebody had, are on record; else not recorded. What was inferred was not stated.
SELECT summary.entry, summary.decision AS id, summary.question, summary.outcome, summary.how,
       summary.why, summary.provenance,
       (SELECT group_concat(party.who, char(10)) FROM decision_made__deciders AS party
        WHERE party.entry = summary.entry) AS who,
       (SELECT group_concat(part, ', ') FROM (
          SELECT DISTINCT part FROM decision_party AS party
          WHERE party.entry = summary.entry)) AS parts,
       CASE WHEN summary.provenance = 'inferred' THEN 'not recorded'
            WHEN summary.decided_by = 'all parties' THEN 'all parties'
            WHEN summary.decided_by IN ('named', 'by group') THEN 'some'
            WHEN EXISTS (SELECT 1 FROM decision_party AS party WHERE party.entry = summary.entry
                         AND party.part IS NOT NULL) THEN 'some'
            ELSE 'not recorded' END AS decider
FROM decision_summary AS summary
WHERE :initiative IS NULL OR summary.initiative IS :initiative
ORDER BY summary.entry

-- :causes
SELECT cause.entry, cause.what, cause.reason, cause.pull, decision.provenance
FROM decision_made__because_of AS cause JOIN decision_made AS decision USING (entry)
WHERE :initiative IS NULL OR decision.initiative IS :initiative
ORDER BY cause.entry, cause.nth

-- :replaced
SELECT gone.entry, gone.provenance, gone.decision, gone.how, gone.reason, gone.by_body,
       gone.new_decision
FROM decision_replaced AS gone
WHERE :initiative IS NULL OR gone.initiative IS :initiative
ORDER BY gone.entry

-- :matters_left
SELECT matter.id, matter.question, matter.entry AS matter_entry, left_open.entry,
       left_open.provenance, left_open.result, left_open.why
FROM matter_left_open AS left_open JOIN matter_raised AS matter ON matter.id = left_open.matter
WHERE (:initiative IS NULL OR left_open.initiative IS :initiative)
  AND NOT EXISTS (SELECT 1 FROM decision_made AS later
                  WHERE later.matter = matter.id AND later.entry > left_open.entry)
ORDER BY left_open.entry

-- :dissent
-- Everything that says no, or yes with a but; nobody is named, and private reasons stay private.
SELECT said.entry, said.form, said.about, said.answer,
       iif(said.text_state = 'public', said.text, NULL) AS words, said.provenance
FROM dissent_list AS said JOIN entry USING (entry)
WHERE :initiative IS NULL OR entry.initiative IS :initiative
ORDER BY said.entry
