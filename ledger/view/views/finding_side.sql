-- Each side of a finding: what it says and where it stands. The ledger chooses none.
CREATE VIEW finding_side AS
  SELECT finding.id AS finding, side.entry, side.nth, side.in_words, side.figure, side.unit,
         side.money, side.stands, side.title, side.place
  FROM finding_raised AS finding JOIN finding_raised__sides AS side ON side.entry = finding.entry;
