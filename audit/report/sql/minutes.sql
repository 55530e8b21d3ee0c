-- The minutes of one meeting (:id). Columns as in column_words.h; columns called "Expertise" are
-- left out until it may be said who brings which.

-- :meeting
SELECT coalesce(list.held_entry, list.scheduled_entry) AS entry, list.scheduled_entry AS other,
       coalesce(list.title, 'Meeting ' || list.meeting) AS head,
       list.held_at AS "Held:when", list.planned_start AS "Planned for:when",
       list.held_minutes AS "Minutes it lasted", list.place AS "Place",
       list.called_by AS "Called by:who", list.topics AS "Topics",
       iif(list.cancelled_entry IS NULL, NULL, 'yes') AS "Cancelled",
       iif(list.nobody_came = 'yes', 'yes', NULL) AS "Nobody came",
       iif(list.held_entry IS NULL, 'not recorded', NULL) AS "Whether it was held"
FROM meeting_list AS list WHERE list.meeting = :id

-- :held_again
-- What later entries say of the same meeting held: what they add, and where they disagree.
WITH told AS (
  SELECT held.entry, held.occurred_at, held.minutes, held.place, held.title, held.called_by,
         held.nobody_came,
         row_number() OVER (ORDER BY held.entry) AS nth
  FROM meeting_held AS held WHERE held.id = :id OR held.meeting = :id
)
SELECT again.entry, first.entry AS other,
       'Recorded again in entry ' || again.entry || iif(
         again.occurred_at <> first.occurred_at OR again.minutes <> first.minutes
           OR again.place <> first.place OR again.title <> first.title
           OR again.called_by <> first.called_by OR again.nobody_came <> first.nobody_came,
         ', which disagrees with entry ' || first.entry, '') AS head,
       nullif(again.occurred_at, first.occurred_at) AS "Held:when",
       nullif(again.title, first.title) AS "Called",
       nullif(again.minutes, first.minutes) AS "Minutes it lasted",
       nullif(again.place, first.place) AS "Place",
       nullif(again.called_by, first.called_by) AS "Called by:who",
       nullif(again.nobody_came, first.nobody_came) AS "Nobody came"
FROM told AS again JOIN told AS first ON first.nth = 1
WHERE again.nth > 1 ORDER BY again.entry

-- :came
SELECT came.entry, came.entries AS other, came.who AS "head:who", came.register, came.parts AS "Part:word",
       coalesce(came.as_expertise, CASE WHEN came.register = 'participant' THEN (
         SELECT group_concat(expertise, ', ') FROM (
           SELECT DISTINCT held.expertise FROM participant_expertise AS held
           WHERE held.participant = came.id AND held.until_entry IS NULL)) END) AS "Expertise:word",
       'recorded as present in entry ' || replace(came.entries, ',', ' and entry ')
         || '; entry ' || came.nobody_entry || ' says that nobody came' AS "The records disagree"
FROM attendance_person AS came WHERE came.meeting = :id ORDER BY came.entry, came.nth

-- :counted
-- How many came, where names are not recorded.
SELECT entry, coalesce(in_words, in_all || ' in all', how_many, 'not recorded') AS head,
       expertise AS "Expertise:word", part AS "Part:word"
FROM attendance_count WHERE meeting = :id

-- :agenda
SELECT entry, settled_entry AS other, item AS head,
       coalesce(outcome, 'not recorded') AS "What became of it:word", reason AS "Reason",
       coalesce(in_fact_led_by, led_by) AS "Led by:who"
FROM meeting_schedule WHERE meeting = :id ORDER BY entry

-- :said
SELECT entry, id || ': ' || coalesce(text, 'in words that stay private') AS head,
       coalesce(participant, "from") AS "Said by:who", input_kind AS "Kind:word"
FROM input_statement WHERE meeting = :id AND register = 'input' ORDER BY entry

-- :decided
SELECT id FROM decision_made WHERE meeting = :id

-- :actions
SELECT state.entry, state.state_entry AS other, state.action || ': ' || state.what AS head,
       coalesce(state.whose, 'not recorded') AS "Who:who", state.due AS "By:when",
       state.state AS "State:word"
FROM action_state AS state WHERE state.meeting = :id ORDER BY state.entry

-- :promises
SELECT state.entry, state.state_entry AS other, state.promise || ': ' || state.what AS head,
       state."by" AS "By:who", state.due AS "Due:when", state.state AS "State:word"
FROM promise_state AS state WHERE state.made_in_record = 'meeting:' || :id ORDER BY state.entry

-- :people
-- Everybody who came by name, and how it stands with an action for them from this meeting.
WITH offered AS (
  SELECT whom.id AS participant, action.entry, state.state
  FROM action_opened AS action JOIN action_opened__to AS whom USING (entry)
  JOIN action_state AS state ON state.entry = action.entry
  WHERE action.meeting = :id AND whom.register = 'participant'
  UNION ALL
  SELECT whom.id, opened.entry, 'goingOn'
  FROM action_updated AS updated JOIN action_updated__handed_to AS whom USING (entry)
  JOIN action_opened AS opened ON opened.id = updated.action
  WHERE opened.meeting = :id AND whom.register = 'participant'
), came AS (
  SELECT id AS participant, entry FROM attendance_person
  WHERE meeting = :id AND register = 'participant'
)
SELECT came.participant, came.entry,
       CASE WHEN max(offered.state IS NOT NULL AND offered.state IS NOT 'declined') THEN 'has'
            WHEN count(offered.entry) > 0 THEN 'declined'
            WHEN EXISTS (SELECT 1 FROM action_opened AS action
                         WHERE action.meeting = :id AND action."to" IS NOT NULL) THEN 'not offered'
            ELSE 'not recorded' END AS action,
       EXISTS (SELECT 1 FROM input_received AS said
               WHERE said.meeting = :id AND (said.participant = came.participant
                 OR said.entry IN (SELECT entry FROM input_received__from
                                   WHERE register = 'participant' AND id = came.participant)))
         AS spoke,
       EXISTS (SELECT 1 FROM role_assigned AS role JOIN role_assigned__who AS who USING (entry)
               WHERE role.within_register = 'meeting' AND role.within_id = :id
                 AND role.reply = 'notAsked' AND who.id = came.participant) AS not_asked
FROM came LEFT JOIN offered ON offered.participant = came.participant
GROUP BY came.participant ORDER BY came.entry, came.participant

-- :quoted
-- Public words of one person that these minutes print, without their consent to be quoted.
SELECT said.entry, said.id AS input, said.participant,
       (SELECT answered.reply FROM consent_answered AS answered
        JOIN consent_answered__scopes AS scope USING (entry)
        WHERE answered.participant = said.participant AND scope.value = 'quoted'
          AND (answered.covers = 'everything'
               OR answered.entry IN (SELECT entry FROM consent_answered__covers_these
                                     WHERE value IN ('meeting:' || :id, 'input:' || said.id)))
        ORDER BY answered.entry DESC LIMIT 1) AS reply
FROM input_received AS said
WHERE said.meeting = :id AND said.participant IS NOT NULL AND said.text IS NOT NULL
ORDER BY said.entry

-- :room
-- Until when people do not say who has which role, by the rules that hold for this meeting.
SELECT adopted.entry, adopted.id || '@' || adopted.version AS agreement,
       adopted.roles_unsaid_until AS "until"
FROM agreement_adopted AS adopted
WHERE adopted.roles_unsaid_until IS NOT NULL
  AND (NOT EXISTS (SELECT 1 FROM agreement_adopted__for AS f WHERE f.entry = adopted.entry)
       OR EXISTS (SELECT 1 FROM agreement_adopted__for AS f JOIN meeting_list AS list
                    ON list.meeting = :id
                  WHERE f.entry = adopted.entry
                    AND (f.value = 'meeting:' || :id OR f.value = 'meeting:' || list.part_of
                         OR f.value = 'initiative:' || list.initiative
                         OR f.value = 'stage:' || list.stage
                         OR f.value_register = 'group'
                            AND instr(list.invited, f.value) > 0)))
  AND NOT EXISTS (SELECT 1 FROM agreement_adopted AS later
                  WHERE later.id = adopted.id AND later.entry > adopted.entry)
