-- Figures and results that were published, one row for each value stated.
CREATE VIEW claim_list AS
  SELECT claim.entry, claim.version, claim.report, claim.statement, claim.said_of, claim.place,
         claim.provenance, stated.nth, stated.label, stated.figure, stated.unit, stated.money,
         stated.in_words, stated.rounding, stated.rounded_to, stated.expertise,
         (SELECT group_concat(value, ', ') FROM claim_published__about AS a
          WHERE a.entry = claim.entry) AS about
  FROM claim_published AS claim
  LEFT JOIN claim_published__values AS stated ON stated.entry = claim.entry;
