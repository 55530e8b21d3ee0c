-- What became of each input and concern that somebody answered, by the best of its answers:
-- `taken_up` is in (adopted, whole or in part), out, or unknown (put off, left unresolved, not
-- said, or only worked out). `entries` are the answers.
CREATE VIEW input_taken_up AS
  SELECT link.register, link.id, group_concat(response.entry) AS entries,
         CASE min(CASE WHEN response.provenance = 'inferred' OR response.disposition IS NULL THEN 3
                       WHEN response.disposition IN ('adopted', 'partly') THEN 1
                       WHEN response.disposition IN ('deferred', 'unresolved') THEN 3 ELSE 2 END)
         WHEN 1 THEN 'in' WHEN 2 THEN 'out' ELSE 'unknown' END AS taken_up
  FROM input_answer AS link JOIN response_given AS response USING (entry)
  GROUP BY link.register, link.id;
