-- Training
-- Who was trained, and whether people with lived experience designed and gave it. Briefings,
-- welcomes and visits to listen are in here too; one that reached nobody says 0.
WITH part AS (
  SELECT entry, 'designed' AS part, register, id FROM training_held__designed_by
  UNION ALL
  SELECT entry, 'gave', register, id FROM training_held__given_by
), lived AS (
  SELECT part.entry, part.part,
         max(CASE part.register
               WHEN 'participant' THEN EXISTS (
                 SELECT 1 FROM participant_expertise AS held
                 WHERE held.participant = part.id AND held.expertise = 'livedExperience')
               WHEN 'group' THEN EXISTS (
                 SELECT 1 FROM group_count AS counted
                 WHERE counted.group_id = part.id AND counted.expertise = 'livedExperience')
               ELSE 0 END) AS had_a_part
  FROM part GROUP BY part.entry, part.part
)
SELECT held.entry, coalesce(held.topic, held.training_kind) AS "Topic",
       held.training_kind AS "Kind:word", held.level AS "Level", held.for_whom AS "For:who",
       coalesce(held.reached,
                (SELECT count(*) FROM training_held__for_whom AS who
                 WHERE who.entry = held.entry AND who.register = 'participant'
                 HAVING count(*) > 0)) AS "Reached",
       held.designed_by AS "Designed by:who",
       (SELECT iif(had_a_part, 'yes', 'no') FROM lived
        WHERE lived.entry = held.entry AND lived.part = 'designed')
         AS "Designed with lived experience",
       held.given_by AS "Given by:who",
       (SELECT iif(had_a_part, 'yes', 'no') FROM lived
        WHERE lived.entry = held.entry AND lived.part = 'gave')
         AS "Given with lived experience",
       held.minutes AS "Minutes", held.paid_time AS "Time paid:word"
FROM training_held AS held
WHERE :initiative IS NULL OR held.initiative = :initiative
ORDER BY held.entry
