-- Requests for involvement and how they were answered.
CREATE VIEW request_list AS
  SELECT request.entry, request.id AS request, request.initiative, request."by", request."to",
         request.what, request.why, request.asks_for_a_story, request.route, request.time_asked,
         request.pay, request.pay_in_words, request.influence, request.feedback_by,
         answered.entry AS answer_entry, answered.answer, answered.what_is_missing,
         request.provenance
  FROM involvement_requested AS request
  LEFT JOIN involvement_answered AS answered
    ON answered.entry = (SELECT max(a.entry) FROM involvement_answered AS a
                         WHERE a.request = request.id);
