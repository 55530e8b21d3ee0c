-- experts_help_deliver
-- People with lived experience help deliver, not only design.
-- Needs: levelDeclared, actionOpened, actionUpdated, initiativeClosed
-- Rule: Where an initiative, or a stage of it, was declared to be co-produced or led by people
--   with lived experience, they, or a group with some of them in it, held at least one action to
--   deliver and one to evaluate. Offered, and neither taken on nor done, is not held. It is due
--   when the initiative closes.
-- Nothing: notApplicable; No initiative was declared to be co-produced or led by lived experience.
WITH declared AS (
  SELECT coalesce(iif(level.of_register = 'initiative', level.of_id, stage.about), level.initiative)
           AS initiative, level.entry
  FROM level_declared AS level
  LEFT JOIN stage_opened AS stage ON level.of_register = 'stage' AND stage.id = level.of_id
  WHERE level.level IN ('coProduced', 'led')
), declared_first AS MATERIALIZED (
  SELECT initiative, min(entry) AS entry FROM declared WHERE initiative IS NOT NULL
  GROUP BY initiative
), hands AS (
  SELECT touched.action, max(touched.entry) AS entry, 
         max(touched.id IS NULL AND touched.description IS NULL) AS is_unknown,
         max(expert.participant IS NOT NULL OR many.group_id IS NOT NULL) AS is_experts
  FROM action_hand AS touched
  LEFT JOIN lived_expert AS expert
    ON touched.register = 'participant' AND expert.participant = touched.id
  LEFT JOIN expert_group AS many ON touched.register = 'group' AND many.group_id = touched.id
  GROUP BY touched.action
), action AS MATERIALIZED (
  SELECT opened.initiative, opened.stage_of_work, opened.entry,
         coalesce(hands.is_unknown, 1) AS is_unknown, coalesce(hands.is_experts, 0) AS is_experts,
         state.state_entry,
         state.state <> 'declined'
           AND (opened.how IN ('assigned', 'volunteered')
                OR EXISTS (SELECT 1 FROM action_updated AS told
                           WHERE told.action = opened.id
                             AND told.state IN ('takenOn', 'goingOn', 'done', 'handedOn')))
                                 AS is_held,
         opened.how IS NULL AND state.state = 'open' AS is_unsaid
  FROM action_opened AS opened
  JOIN action_state AS state ON state.entry = opened.entry
  LEFT JOIN hands ON hands.action = opened.entry
), found AS (
  SELECT declared_first.initiative, declared_first.entry, count(action.entry) AS actions,
         min(iif(action.is_experts AND action.is_held AND action.stage_of_work = 'deliver',
                 action.entry, NULL)) AS deliver_entry,
         min(iif(action.is_experts AND action.is_held AND action.stage_of_work = 'evaluate',
                 action.entry, NULL)) AS evaluate_entry,
         max(coalesce(action.stage_of_work, '') <> 'plan'
             AND (action.is_unknown
                  OR action.is_experts AND (action.is_held AND action.stage_of_work IS NULL
                                            OR action.is_unsaid))) AS is_unsure
  FROM declared_first
  LEFT JOIN action ON action.initiative = declared_first.initiative
  GROUP BY declared_first.initiative
), judged AS (
  SELECT found.*, ended.closed_entry,
         CASE WHEN deliver_entry IS NULL AND evaluate_entry IS NULL THEN 'to deliver or to evaluate'
              WHEN deliver_entry IS NULL THEN 'to deliver' ELSE 'to evaluate' END AS lacks
  FROM found LEFT JOIN initiative_list AS ended ON ended.initiative = found.initiative
)
SELECT CASE WHEN deliver_entry IS NOT NULL AND evaluate_entry IS NOT NULL THEN 'pass'
            WHEN closed_entry IS NULL THEN 'notDue'
            WHEN actions = 0 OR is_unsure THEN 'unknown'
            ELSE 'fail' END AS verdict,
       'initiative:' || judged.initiative AS about, NULL AS person, judged.initiative AS initiative,
       first_day(happened.date) AS day,
       CASE WHEN deliver_entry IS NOT NULL AND evaluate_entry IS NOT NULL THEN
              'People with lived experience held an action to deliver and one to evaluate.'
            WHEN closed_entry IS NULL THEN
              format('The initiative is open; so far people with lived experience held no '
                  || 'action %s.',
                     lacks)
            WHEN actions = 0 THEN 'The initiative has closed, and no action of it is on record.'
            ELSE format('The initiative has closed; of its %d action%s none %s was held by people '
                        || 'with lived experience%s.', actions, iif(actions = 1, '', 's'), lacks,
                        iif(is_unsure, ', as far as the record says: who held some of them, '
                            || 'or what '
                                       || 'they were for, is not recorded', ''))
       END AS says,
       judged.entry || coalesce(',' || deliver_entry, '') || coalesce(',' || deliver.state_entry,
           '')
         || coalesce(',' || evaluate_entry, '') || coalesce(',' || evaluate.state_entry, '')
         || iif(deliver_entry IS NOT NULL AND evaluate_entry IS NOT NULL, '',
                coalesce(',' || closed_entry, '')) AS entries,
       'actionOpened' AS missing
FROM judged
JOIN entry_date AS happened ON happened.entry = judged.entry
LEFT JOIN action_state AS deliver ON deliver.entry = judged.deliver_entry
LEFT JOIN action_state AS evaluate ON evaluate.entry = judged.evaluate_entry
