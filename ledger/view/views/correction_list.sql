-- What was put right, by whom, when and why: each value as it was and as it became.
CREATE VIEW correction_list AS
  SELECT correction.entry, correction.of_entry, original.kind, original.register, original.id,
         corrector.author AS corrected_by, original.author AS recorded_by, corrector.recorded_at,
         correction.reason, changed.rowid AS change,
         changed.table_name, changed.column_name, changed.field, changed.manner, changed.was,
         changed.became
  FROM correction
  JOIN entry AS corrector ON corrector.entry = correction.entry
  LEFT JOIN entry AS original ON original.entry = correction.of_entry
  LEFT JOIN correction_value AS changed ON changed.entry = correction.entry;
