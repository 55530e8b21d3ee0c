-- actions_shared
-- Actions are shared among groups.
-- Needs: meetingHeld, actionOpened, actionUpdated, initiativeOpened, participantJoined
-- Rule: The meetings of an initiative are looked at w at a time, in the order they were held. Of
--   the actions from them at least one was offered to people with lived experience, even if it was
--   declined, and the lead organisation and its people hold no more than the share x.
-- Parameter w: meetings in a row that are looked at together; meetings; 3
-- Parameter x: share of the actions that the lead organisation may hold; share of actions; 0.8
-- Nothing: notApplicable; No meeting was held, as far as the record says.
WITH held AS MATERIALIZED (
  SELECT coalesce(held.meeting, held.id) AS meeting, min(held.entry) AS entry,
         coalesce(held.initiative, scheduled.initiative) AS initiative,
         min(coalesce(first_day(happened.date), first_day(scheduled.start))) AS day
  FROM meeting_held AS held
  JOIN entry_date AS happened ON happened.entry = held.entry
  LEFT JOIN meeting_scheduled AS scheduled ON scheduled.id = held.meeting
  GROUP BY coalesce(held.meeting, held.id)
), numbered AS MATERIALIZED (
  SELECT held.*, (row_number() OVER (PARTITION BY initiative ORDER BY day IS NULL, day, entry) - 1)
                 / max(1, :w) AS round
  FROM held
), staff AS MATERIALIZED (
  SELECT participant, organisation FROM participant_current WHERE organisation IS NOT NULL
), hands AS (
  SELECT touched.action, touched.entry,
         touched.id IS NULL AND touched.description IS NULL AS is_unknown,
         expert.participant IS NOT NULL OR many.group_id IS NOT NULL AS is_expert,
         iif(touched.register = 'organisation', touched.id,
             iif(expert.participant IS NULL, staff.organisation, NULL)) AS organisation,
         max(touched.entry) OVER (PARTITION BY touched.action) AS last_entry
  FROM action_hand AS touched
  LEFT JOIN lived_expert AS expert
    ON touched.register = 'participant' AND expert.participant = touched.id
  LEFT JOIN expert_group AS many ON touched.register = 'group' AND many.group_id = touched.id
  LEFT JOIN staff ON touched.register = 'participant' AND staff.participant = touched.id
), action AS (
  SELECT numbered.initiative, numbered.round, opened.entry,
         coalesce(max(hands.is_expert), 0) AS is_offered,
         coalesce(max(hands.organisation = lead.lead_organisation
                      AND hands.entry = hands.last_entry), 0)
           AND state.state <> 'declined' AS is_leads,
         coalesce(max(hands.is_unknown), 1) AS is_unknown,
         opened.entry || coalesce(',' || group_concat(hands.entry), '') AS entries
  FROM action_opened AS opened
  JOIN numbered ON numbered.meeting = opened.meeting
  JOIN action_state AS state ON state.entry = opened.entry
  LEFT JOIN initiative_opened AS lead ON lead.id = numbered.initiative
  LEFT JOIN hands ON hands.action = opened.entry
  GROUP BY opened.entry
), actions AS (
  SELECT initiative, round, count(*) AS actions, sum(is_offered) AS offered, sum(is_leads) AS leads,
         sum(is_unknown AND NOT is_offered AND NOT is_leads) AS unknowns,
         group_concat(entries) AS entries
  FROM action GROUP BY initiative, round
), round AS (
  SELECT numbered.initiative, numbered.round, count(*) AS meetings, min(numbered.day) AS from_day,
         max(numbered.day) AS to_day, max(numbered.day IS NULL) AS is_undated,
         group_concat(numbered.entry) AS entries
  FROM numbered GROUP BY numbered.initiative, numbered.round
), judged AS (
  SELECT round.*, lead.lead_organisation AS lead, lead.entry AS lead_entry,
         coalesce(actions.actions, 0) AS actions, coalesce(actions.offered, 0) AS offered,
         coalesce(actions.leads, 0) AS leads, coalesce(actions.unknowns, 0) AS unknowns,
         actions.entries AS action_entries,
         CAST(:x AS REAL) * coalesce(actions.actions, 0) + 0.000001 AS most
  FROM round
  LEFT JOIN actions ON actions.initiative IS round.initiative AND actions.round = round.round
  LEFT JOIN initiative_opened AS lead ON lead.id = round.initiative
)
SELECT CASE WHEN meetings < :w THEN 'notDue'
            WHEN is_undated OR actions = 0 THEN 'unknown'
            WHEN offered = 0 THEN iif(unknowns > 0, 'unknown', 'fail')
            WHEN lead IS NULL THEN 'unknown'
            WHEN leads > most THEN 'fail'
            WHEN leads + unknowns > most THEN 'unknown'
            ELSE 'pass' END AS verdict,
       'initiative:' || initiative AS about, NULL AS person, initiative, to_day AS day,
       CASE WHEN meetings < :w THEN
              format('%d meeting%s held since the last that were looked at; it takes %s.', meetings,
                     iif(meetings = 1, ' was', 's were'), :w)
            WHEN is_undated THEN 'The day of a meeting is not recorded.'
            ELSE format('From the %d meeting%s of %s to %s came %s action%s; %s offered to people '
                        || 'with lived experience; %s', meetings, iif(meetings = 1, '', 's'),
                        day_text(from_day), day_text(to_day), iif(actions = 0, 'no', actions),
                        iif(actions = 1, '', 's'),
                        iif(offered = 0, 'none was', iif(offered = 1, '1 was', offered || ' were')),
                        iif(lead IS NULL, 'which organisation leads is not recorded.',
                            format('the lead organisation holds %d, and a share of %s is the most.',
                                   leads, :x)))
                 || iif(unknowns > 0, ' Who has ' || unknowns || ' of them is not recorded.', '')
       END AS says,
       entries || coalesce(',' || action_entries, '') || coalesce(',' || lead_entry, '') AS entries,
       CASE WHEN is_undated THEN 'meetingHeld' WHEN actions = 0 OR unknowns > 0 THEN 'actionOpened'
            ELSE 'initiativeOpened' END AS missing
FROM judged
