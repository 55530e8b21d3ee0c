-- Figures that a finder worked out.
CREATE VIEW finding_figure AS
  SELECT finding.id AS finding, worked.entry, worked.nth, worked.label, worked.figure, worked.unit,
         worked.money, worked.money_minor, worked.money_currency, worked.in_words
  FROM finding_raised AS finding
  JOIN finding_raised__figures AS worked ON worked.entry = finding.entry;
