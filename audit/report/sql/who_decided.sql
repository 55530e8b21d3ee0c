-- Who decided, on one page. Columns as in column_words.h.

-- :decisions_of
-- The decisions that a record was settled by.
SELECT id FROM decision_made WHERE :register = 'decision' AND id = :id
UNION SELECT id FROM decision_made WHERE :register = 'matter' AND matter = :id
UNION SELECT id FROM decision_made WHERE :register = 'meeting' AND meeting = :id
UNION SELECT decision.id FROM decision_made__because_of AS cause
      JOIN decision_made AS decision USING (entry)
      WHERE :register = 'input' AND cause.what_register = 'input' AND cause.what_id = :id
UNION SELECT decision.value FROM response_given__inputs AS answered
      JOIN response_given__decisions AS decision USING (entry)
      WHERE :register = 'input' AND answered.value = :id
UNION SELECT because.value FROM change_made__inputs AS said
      JOIN change_made__decisions AS because USING (entry)
      WHERE :register = 'input' AND said.value = :id
UNION SELECT because.value FROM change_made AS change
      JOIN change_made__decisions AS because USING (entry)
      WHERE :register = 'workVersion' AND change.version = :id
         OR :register = 'work' AND change.version_work = :id
UNION SELECT decision.value FROM work_published AS published
      JOIN work_published__decisions AS decision USING (entry)
      WHERE :register = 'workVersion' AND published.version = :id
         OR :register = 'work' AND coalesce(published.version_work, published.work) = :id

-- :about
-- What the record itself says of who had a hand in it.
SELECT entry, coalesce(text, 'words kept private or not recorded') AS head,
       coalesce(participant, "from") AS "Said by:who", meeting AS "Meeting"
FROM input_statement WHERE register = 'input' AND :register = 'input' AND id = :id

-- :version
SELECT entry, work_version AS head, drafted_by AS "Drafted by:who",
       overseen_by AS "Overseen by:who", standing AS "Standing:word", occurred_at AS "When"
FROM work_versions
WHERE :register = 'workVersion' AND work_version = :id OR :register = 'work' AND work = :id

-- :sign_offs
SELECT entry, coalesce(participant, 'group ' || group_id || ', told as one') AS head,
       answer AS "Answer:word", version AS "Version", as_expertise AS "As:word"
FROM sign_off_roll
WHERE :register = 'workVersion' AND version = :id OR :register = 'work' AND work = :id
ORDER BY entry

-- :matter
SELECT entry, question AS head, state AS "State:word", why AS "Why", raised_by AS "Raised by:who"
FROM matter_open WHERE :register = 'matter' AND matter = :id

-- :parties
-- Everybody who is told to have had a part, in which role and expertise.
SELECT party.entry,
       coalesce(iif(party.register IN ('group', 'organisation'), party.register || ':', '')
                || party.id, 'outside: ' || party.description, 'words: ' || party.words)
         AS "head:who",
       party.part AS "Part:word", party.role AS "Role",
       coalesce(party.expertise, CASE WHEN party.register = 'participant' THEN (
         SELECT group_concat(expertise, ', ') FROM (
           SELECT DISTINCT held.expertise FROM participant_expertise AS held
           WHERE held.participant = party.id AND held.from_entry < party.entry
             AND (held.until_entry IS NULL OR held.until_entry > party.entry))) END)
         AS "Expertise:word",
       party.how_many AS "How many"
FROM decision_party AS party JOIN decision_made AS decision USING (entry)
WHERE decision.id = :id

-- :tally
SELECT tally.entry, coalesce(tally.stance, tally.option, 'not recorded') AS "head:word",
       tally.expertise AS "Expertise:word", tally.how_many AS "How many"
FROM decision_made__tally AS tally JOIN decision_made AS decision USING (entry)
WHERE decision.id = :id ORDER BY tally.nth

-- :positions
SELECT position.entry, position.participant AS head, position.stance AS "Stance:word",
       position."option" AS "Option", position.as_expertise AS "As:word",
       iif(position.counted, NULL, 'no, a later one or one after the decision') AS "Counted",
       iif(position.reason_state = 'public', position.reason, NULL) AS "Reason",
       iif(position.on_behalf_of IS NULL, NULL, 'by somebody else, for them') AS "Recorded"
FROM position_current AS position
WHERE position.decision = :id ORDER BY position.entry

-- :dissent
SELECT entry, participant AS "head:who", answer AS "Stance:word", form AS "In a",
       iif(text_state = 'public', text, 'kept private') AS "Reason"
FROM dissent_list
WHERE about = 'decision:' || :id
   OR about = (SELECT 'matter:' || matter FROM decision_made WHERE id = :id)
ORDER BY entry

-- :inputs
-- The inputs that led to it: named as its reasons, or answered or changed by it.
SELECT said.entry, 'input ' || said.id AS head, said.text AS "Said",
       coalesce(said.participant, said."from") AS "By:who"
FROM input_statement AS said
WHERE said.register = 'input' AND said.id IN (
  SELECT cause.what_id FROM decision_made__because_of AS cause
  JOIN decision_made AS decision USING (entry)
  WHERE decision.id = :id AND cause.what_register = 'input'
  UNION SELECT answered.value FROM response_given__decisions AS decision
  JOIN response_given__inputs AS answered USING (entry) WHERE decision.value = :id)
ORDER BY said.entry

-- :when
SELECT decision.entry, decision.occurred_at AS at, decision.question
FROM decision_made AS decision WHERE decision.id = :id

-- :joined
-- When the first member of each group came, as far as is told.
SELECT formed.id AS "group", formed.title, first.entry,
       coalesce(role."from", role.occurred_at, formed.occurred_at) AS at
FROM group_formed AS formed
LEFT JOIN (SELECT group_id, min(from_entry) AS entry FROM group_membership GROUP BY group_id)
  AS first ON first.group_id = formed.id
LEFT JOIN role_assigned AS role ON role.entry = first.entry
ORDER BY formed.entry
