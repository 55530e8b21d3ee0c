-- The cells of tables of reference data that were adopted, each by the name of its column: wage
-- tables, holidays. `entry` is the table's own; `row` counts from 0. Every version is here.
CREATE VIEW reference_row AS
  SELECT adopted.id AS standard, adopted.version, adopted.data, part.entry, cell.rows_nth AS row,
         name.value AS "column", cell.value
  FROM standard_adopted AS adopted
  JOIN clause_adopted AS part
    ON part.standard_standard = adopted.id AND part.standard_version = adopted.version
   AND part.part = 'table'
  JOIN clause_adopted__rows__cells AS cell ON cell.entry = part.entry
  JOIN clause_adopted__columns AS name ON name.entry = part.entry AND name.nth = cell.nth
  WHERE adopted.standard_kind = 'referenceData';
