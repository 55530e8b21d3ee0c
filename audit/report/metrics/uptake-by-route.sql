-- Taken up, by the way it came
-- Which ways to contribute lead to something: inputs that were adopted, whole or in part, by the
--   channel, survey or meeting that they came by.
-- Says: {in} of {all} inputs that ask for something were taken up, whole or in part.
-- Nothing: No input that asks for something is on record.
-- Interval: yes
-- Partner: uptake; one way can be taken up well because only some people can use it.
SELECT CASE WHEN said.channel IS NOT NULL
            THEN coalesce(channel.description, 'Channel ' || said.channel)
            WHEN said.survey IS NOT NULL THEN 'Survey ' || said.survey
            WHEN said.meeting IS NOT NULL THEN 'At a meeting'
            ELSE 'How it came is not recorded' END AS part,
       said.entry, answered.entries AS also, said.provenance,
       coalesce(answered.taken_up, 'unknown') AS state, NULL AS number
FROM input_asking AS said
LEFT JOIN channel_opened AS channel ON channel.id = said.channel
LEFT JOIN input_taken_up AS answered ON answered.register = 'input' AND answered.id = said.id
WHERE said.register = 'input' AND (:initiative IS NULL OR said.initiative = :initiative)
ORDER BY (said.channel IS NULL), said.channel, said.survey, part, said.entry
