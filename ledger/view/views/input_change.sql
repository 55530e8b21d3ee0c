-- What changed because of an input or concern, or because of a decision that was taken on it.
CREATE VIEW input_change AS
  SELECT 'input' AS register, because.value AS input, change.entry, change.what_changed,
         change.version, change.section, change.action, change.change_class, change.provenance
  FROM change_made__inputs AS because JOIN change_made AS change ON change.entry = because.entry
  UNION ALL
  SELECT 'concern', because.value, change.entry, change.what_changed, change.version,
         change.section, change.action, change.change_class, change.provenance
  FROM change_made__concerns AS because JOIN change_made AS change ON change.entry = because.entry;
