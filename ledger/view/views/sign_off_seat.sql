-- Everybody who was asked to sign in a round, with their last answer before it was closed; silence
-- is null. What came later is in sign_off_roll. Where the round does not say in which expertise,
-- it is the one that they held when it was opened.
CREATE VIEW sign_off_seat AS
  SELECT opened.entry AS round_entry, opened.id AS round, opened.version, seat.participant,
         coalesce((SELECT group_concat(value, ', ') FROM sign_off_opened__eligible__expertise AS e
                   WHERE e.entry = seat.entry AND e.eligible_nth = seat.nth),
                  (SELECT group_concat(expertise, ', ') FROM (
                     SELECT held.expertise FROM participant_expertise AS held
                     WHERE held.participant = seat.participant AND held.from_entry < opened.entry
                       AND (held.until_entry IS NULL OR held.until_entry > opened.entry)
                     ORDER BY held.expertise))) AS expertise,
         seat."left" AS had_left, given.entry AS answer_entry, given.answer
  FROM sign_off_opened AS opened
  JOIN sign_off_opened__eligible AS seat ON seat.entry = opened.entry
  LEFT JOIN sign_off_given AS given
    ON given.entry = (SELECT max(g.entry) FROM sign_off_given AS g
                      WHERE g.round = opened.id AND g.participant = seat.participant
                        AND NOT EXISTS (SELECT 1 FROM sign_off_closed AS closed
                                        WHERE closed.round = opened.id
                                          AND closed.entry < g.entry));
