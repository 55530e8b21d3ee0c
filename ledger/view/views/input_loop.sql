-- The loop of every input and concern, one row for each response to it: what was said, what was
-- answered, which messages told of the answer, and the giver's own verdict. `responded` tells how
-- the answer hangs together with what was said: stated, unresolved, inferred; null without one.
CREATE VIEW input_loop AS
  SELECT said.register, said.id AS input, said.entry, said.initiative, said.stage, said."from",
         said.participant, said.expertise, said.input_kind, said.asks_for_something, said.text,
         coalesce(said.text_state, iif(said.private_text_state IS NULL, NULL, 'sealed'))
           AS text_state,
         said.themes, said.occurred_at, said.provenance,
         CASE WHEN response.entry IS NULL THEN NULL
              WHEN response.provenance = 'inferred' THEN 'inferred'
              WHEN response.disposition = 'unresolved' THEN 'unresolved'
              ELSE 'stated' END AS responded,
         response.entry AS response_entry, response.id AS response, response.disposition,
         response.text AS response_text, response.reason_code, response.reason,
         response."by" AS response_by, response.addressed_to, response.to_whom,
         response.provenance AS response_provenance,
         (SELECT group_concat(DISTINCT message.id) FROM message_sent__about AS about
          JOIN message_sent AS message ON message.entry = about.entry
          WHERE about.value_register = 'response' AND about.value_id = response.id
             OR about.value_register = said.register AND about.value_id = said.id) AS messages,
         judged.entry AS verdict_entry, judged.verdict, judged.met
  FROM input_statement AS said
  LEFT JOIN input_answer AS answer ON answer.register = said.register AND answer.id = said.id
  LEFT JOIN response_given AS response ON response.entry = answer.entry
  LEFT JOIN response_judged AS judged
    ON judged.entry = (SELECT max(j.entry) FROM response_judged AS j
                       WHERE j.response = response.id
                         AND (j.participant IS said.participant
                              -- Who judged and who gave it may both be told too little to compare;
                              -- an answer to one thing is judged by whoever gave that one.
                              OR (j.participant IS NULL OR said.participant IS NULL)
                                 AND (SELECT count(*) FROM response_given__inputs AS i
                                      WHERE i.entry = response.entry)
                                   + (SELECT count(*) FROM response_given__concerns AS c
                                      WHERE c.entry = response.entry) = 1));
