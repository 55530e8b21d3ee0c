-- Taken up, by the way it came
-- Which ways to contribute lead to something: inputs that were adopted, whole or in part, by the
--   channel, survey or meeting that they came by.
-- Says: {in} of {all} inputs that ask for something were taken up, whole or in part.
-- Nothing: No input that asks for something is on record.
-- Interval: yes
-- Partner: uptake; one way can be taken up well because only some people can use it.
WITH answered AS (
  SELECT link.register, link.id, group_concat(response.entry) AS entries,
         min(CASE WHEN response.provenance = 'inferred' OR response.disposition IS NULL THEN 3
                  WHEN response.disposition IN ('adopted', 'partly') THEN 1
                  WHEN response.disposition IN ('deferred', 'unresolved') THEN 3 ELSE 2 END) AS rank
  FROM input_answer AS link JOIN response_given AS response USING (entry)
  GROUP BY link.register, link.id
)
SELECT CASE WHEN input.channel IS NOT NULL
            THEN coalesce(channel.description, 'Channel ' || input.channel)
            WHEN input.survey IS NOT NULL THEN 'Survey ' || input.survey
            WHEN input.meeting IS NOT NULL THEN 'At a meeting'
            ELSE 'How it came is not recorded' END AS part,
       input.entry, answered.entries AS also, input.provenance,
       CASE answered.rank WHEN 1 THEN 'in' WHEN 2 THEN 'out' ELSE 'unknown' END AS state,
       NULL AS number
FROM input_received AS input
LEFT JOIN channel_opened AS channel ON channel.id = input.channel
LEFT JOIN answered ON answered.register = 'input' AND answered.id = input.id
WHERE input.asks_for_something = 'yes'
  AND (:initiative IS NULL OR input.initiative = :initiative)
  AND NOT EXISTS (SELECT 1 FROM input_revised AS gone
                  WHERE gone.input = input.id AND gone.revision = 'withdrawn')
ORDER BY (input.channel IS NULL), input.channel, input.survey, part, input.entry
