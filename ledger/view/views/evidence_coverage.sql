-- How each initiative's entries are known, by kind: witnessed, attested, imported, inferred, or not
-- recorded (null). What belongs to no initiative stands under null.
CREATE VIEW evidence_coverage AS
  SELECT initiative, kind, provenance, count(*) AS entries,
         sum(EXISTS (SELECT 1 FROM source WHERE source.entry = entry.entry)) AS with_source,
         sum(occurred_at IS NULL) AS date_unknown
  FROM entry GROUP BY initiative, kind, provenance;
