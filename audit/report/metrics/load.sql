-- What each person is asked to do
-- How much the exercise asks of each person with lived experience: meetings that they came to,
--   actions that they hold, and requests that were shared out to them.
-- Says: {in} of {all} people with lived experience were asked for something.
-- Nothing: Nobody with lived experience is on record.
-- Number: things each
-- For: coordinators
-- Partner: action-spread; a light load can mean that nobody trusts people with the work.
WITH asked AS (
  SELECT attended.id AS participant, attended.entry
  FROM attendance_roll AS attended JOIN entry USING (entry)
  WHERE attended.register = 'participant'
    AND (:initiative IS NULL OR entry.initiative = :initiative)
  UNION
  SELECT held.id, held.entry
  FROM action_opened__to AS held JOIN action_opened AS action USING (entry)
  WHERE held.register = 'participant' AND (:initiative IS NULL OR action.initiative = :initiative)
    AND NOT EXISTS (SELECT 1 FROM action_updated AS u
                    WHERE u.action = action.id AND u.state = 'declined')
  UNION
  SELECT shared.value, shared.entry
  FROM involvement_answered__shared_out_to AS shared
  JOIN involvement_answered AS answered USING (entry)
  WHERE :initiative IS NULL OR answered.initiative = :initiative
)
SELECT NULL AS part, expert.entry, group_concat(asked.entry) AS also, joined.provenance,
       iif(count(asked.entry) > 0, 'in', 'out') AS state, count(asked.entry) AS number
FROM lived_expert AS expert
JOIN participant_joined AS joined ON joined.id = expert.participant
LEFT JOIN asked ON asked.participant = expert.participant
WHERE :initiative IS NULL OR joined.initiative IS NULL OR joined.initiative = :initiative
GROUP BY expert.participant ORDER BY expert.entry
