-- Taken up, by expertise
-- Whose words led to something: inputs that were adopted, whole or in part, by the expertise of
--   whoever said them.
-- Says: {in} of {all} inputs that ask for something were taken up, whole or in part.
-- Nothing: No input that asks for something is on record.
-- Interval: yes
-- Partner: agenda-origin; taking up much of what people say is easy where others choose what they
--   are asked about.
WITH asked AS MATERIALIZED (
  SELECT said.entry, said.id, said.register, said.provenance, said.participant, said.expertise
  FROM input_asking AS said WHERE :initiative IS NULL OR said.initiative = :initiative
), group_said AS (
  SELECT entry, register, id, provenance, held.value AS expertise
  FROM asked JOIN input_received__expertise AS held USING (entry)
  UNION
  SELECT asked.entry, register, id, asked.provenance, held.expertise
  FROM asked JOIN participant_expertise AS held
    ON held.participant = asked.participant AND held.from_entry < asked.entry
   AND (held.until_entry IS NULL OR held.until_entry > asked.entry)
  WHERE asked.expertise IS NULL AND held.expertise IS NOT NULL
), part AS (
  SELECT entry, register, id, provenance, expertise FROM group_said
  UNION ALL
  SELECT entry, register, id, provenance, NULL FROM asked
  WHERE entry NOT IN (SELECT entry FROM group_said)
)
SELECT CASE WHEN unsaid.meeting IS NOT NULL THEN 'Not said yet: the rule of the room' ELSE
       CASE part.expertise WHEN 'livedExperience' THEN 'People with lived experience'
                           WHEN 'practitioner' THEN 'Practitioners'
                           WHEN 'technicalExpert' THEN 'Technical experts'
                           WHEN 'none' THEN 'People with none of the three kinds of expertise'
                           ELSE 'Expertise not recorded' END END AS part,
       part.entry, answered.entries AS also, part.provenance,
       coalesce(answered.taken_up, 'unknown') AS state,
       NULL AS number
FROM part
LEFT JOIN input_received AS received ON received.entry = part.entry
LEFT JOIN expertise_unsaid AS unsaid ON unsaid.meeting = received.meeting
LEFT JOIN input_taken_up AS answered ON answered.register = part.register AND answered.id = part.id
ORDER BY coalesce(nullif(instr('livedExperience practitioner technicalExpert none',
                               part.expertise), 0), 99), part.entry
