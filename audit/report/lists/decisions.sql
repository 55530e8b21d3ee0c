-- Decisions
-- What was decided, by whom as far as is told, and because of what. Where nobody wrote down who
-- decided, it says so; one that no longer stands stays here.
SELECT decision.entry, decision.decision AS "Decision", decision.occurred_at AS "When",
       decision.decision_kind AS "Kind:word", decision.question AS "Question",
       decision.outcome AS "Decided", decision.raised_by AS "Raised by:who",
       replace(decision.deciders, '; ', ', ') AS "Decided by:who",
       (SELECT group_concat(expertise, ', ') FROM (
          SELECT DISTINCT coalesce(party.expertise, held.expertise) AS expertise
          FROM decision_party AS party
          LEFT JOIN participant_expertise AS held
            ON party.register = 'participant' AND held.participant = party.id
           AND held.from_entry < decision.entry
           AND (held.until_entry IS NULL OR held.until_entry > decision.entry)
          WHERE party.entry = decision.entry
            AND coalesce(party.expertise, held.expertise) IS NOT NULL)) AS "With expertise:word",
       decision.how AS "How:word",
       (SELECT replace(group_concat(coalesce('entry:' || named.entry, cause.what), ', '), ':', ' ')
        FROM decision_made__because_of AS cause
        LEFT JOIN entry AS named
          ON cause.what LIKE 'entry:%' AND named.statement_id = substr(cause.what, 7)
        WHERE cause.entry = decision.entry) AS "Because of",
       decision.why AS "Why",
       CASE WHEN decision.replaced_entry IS NULL THEN 'stands'
            ELSE coalesce(decision.replaced_how, 'replaced') END AS "State:word",
       iif(decision.replaced_entry IS NULL, 'nothing', decision.new_decision) AS "Now in its place"
FROM decision_summary AS decision
WHERE :initiative IS NULL OR decision.initiative = :initiative
ORDER BY decision.entry
