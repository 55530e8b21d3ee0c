-- Everybody who is told to have had a part in a decision, one row for each piece of "who"; a party
-- whose "who" says nothing still has its row.
CREATE VIEW decision_party AS
  SELECT party.entry, party.nth AS party, party.role, party.part,
         (SELECT group_concat(value, ', ') FROM decision_made__deciders__as AS e
          WHERE e.entry = party.entry AND e.deciders_nth = party.nth) AS expertise,
         who.register, who.id, who.description, who.how_many, who.words, party.who
  FROM decision_made__deciders AS party
  LEFT JOIN decision_made__deciders__who AS who
    ON who.entry = party.entry AND who.deciders_nth = party.nth;
