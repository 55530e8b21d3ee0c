-- One row for each input and concern, by its best answer: stated, else unresolved, else inferred,
-- else none. A concern can be answered by a reply of its own, which counts as stated.
-- `asks_for_something` tells the inputs that call for an answer.
CREATE VIEW input_status AS
  SELECT register, input, entry, initiative, stage, "from", participant, expertise, input_kind,
         asks_for_something, text, text_state, themes, occurred_at, provenance,
         CASE WHEN register = 'concern' AND input IN (
                SELECT concern FROM concern_reply WHERE provenance IS NOT 'inferred')
              THEN 'stated'
              ELSE CASE min(CASE responded WHEN 'stated' THEN 1 WHEN 'unresolved' THEN 2
                                           WHEN 'inferred' THEN 3 ELSE 4 END)
                   WHEN 1 THEN 'stated' WHEN 2 THEN 'unresolved' WHEN 3 THEN 'inferred'
                   ELSE 'none' END END AS responded,
         count(response_entry) AS answers, group_concat(response, ', ') AS responses,
         max(messages IS NOT NULL) AS answer_sent, max(verdict) AS verdict,
         (SELECT count(*) FROM input_change AS change
          WHERE change.register = input_loop.register AND change.input = input_loop.input)
           AS changes
  FROM input_loop GROUP BY register, input;
