-- People
-- Who takes part, under their pseudonyms, and what they bring. One person can bring several kinds
-- of expertise, and it changes with time; what somebody brought before is kept.
WITH told AS (
  SELECT participant, from_entry, until_entry, group_concat(expertise, ' and ') AS expertise
  FROM (SELECT * FROM participant_expertise ORDER BY participant, from_entry, expertise)
  GROUP BY participant, from_entry
)
SELECT person.entry, person.participant AS "Person:person", now.expertise AS "Brings now:word",
       coalesce((SELECT group_concat(coalesce(before.expertise, 'not recorded'), '; ')
                 FROM told AS before WHERE before.participant = person.participant
                   AND before.until_entry IS NOT NULL), 'the same') AS "Brought before:word",
       person.organisation AS "From", person.paid_by AS "Paid for being here by:word",
       person.found AS "Found by:word", coalesce(person.since, joined.occurred_at) AS "Since",
       coalesce((SELECT group_concat(group_id, ', ') FROM group_membership AS member
                 WHERE member.participant = person.participant AND member.until_entry IS NULL),
                'no group') AS "In",
       CASE person.taking_part WHEN 'yes' THEN 'taking part' WHEN 'no' THEN 'left the record'
            ELSE 'left; what they left is not recorded (entry ' || person.left_entry || ')' END
         AS "State"
FROM participant_current AS person
JOIN participant_joined AS joined ON joined.entry = person.entry
LEFT JOIN told AS now ON now.participant = person.participant AND now.until_entry IS NULL
WHERE :initiative IS NULL OR joined.initiative = :initiative
ORDER BY person.entry
