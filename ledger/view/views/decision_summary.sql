-- Every decision, and how much is known of who decided it (`decided_by`):
--   all parties       it is told that all agreed, and of whom
--   named             participants are named
--   by group          a group, an organisation or an expertise is named
--   words only        the source says "we" or the like, and no more
--   not recorded      nobody is named
CREATE VIEW decision_summary AS
  WITH known AS (
    SELECT entry, max(register = 'participant') AS participants,
           max(register IN ('group', 'organisation') OR expertise IS NOT NULL
               OR description IS NOT NULL) AS groups
    FROM decision_party GROUP BY entry
  )
  SELECT decision.entry, decision.id AS decision, decision.initiative, decision.stage,
         decision.matter, coalesce(decision.question, matter.question) AS question,
         coalesce(decision.decision_kind, matter.matter_kind) AS decision_kind,
         coalesce(decision.outcome, chosen.text) AS outcome, decision."option" AS "option",
         decision.meeting, decision.how, decision.why, decision.why_overruled,
         matter.raised_by,
         CASE WHEN known.entry IS NULL THEN 'not recorded'
              WHEN decision.how = 'allAgreed' THEN 'all parties'
              WHEN known.participants THEN 'named'
              WHEN known.groups THEN 'by group'
              ELSE 'words only' END AS decided_by,
         (SELECT group_concat(who, '; ') FROM decision_made__deciders AS party
          WHERE party.entry = decision.entry) AS deciders,
         (SELECT count(*) FROM decision_made__because_of AS cause
          WHERE cause.entry = decision.entry) AS causes,
         decision.options,
         (SELECT count(*) FROM decision_made__options_considered AS o
          WHERE o.entry = decision.entry) AS options_considered,
         decision.options_single AS single_option_because, decision.evidence,
         decision.occurred_at, decision.provenance, decision.author,
         replaced.entry AS replaced_entry, replaced.how AS replaced_how, replaced.new_decision
  FROM decision_made AS decision
  LEFT JOIN known ON known.entry = decision.entry
  LEFT JOIN matter_raised AS matter ON matter.id = decision.matter
  LEFT JOIN option_proposed AS chosen ON chosen.id = decision."option"
  LEFT JOIN decision_replaced AS replaced
    ON replaced.entry = (SELECT max(r.entry) FROM decision_replaced AS r
                         WHERE r.decision = decision.id);
