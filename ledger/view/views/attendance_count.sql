-- How many came, where names are not recorded: as told, by expertise and part.
CREATE VIEW attendance_count AS
  SELECT attended.entry, attended.meeting, counted.expertise, counted.part, counted.how_many,
         counted.how_many_min, counted.how_many_max, attended.in_all, attended.in_words,
         attended.provenance
  FROM attendance_recorded AS attended
  LEFT JOIN attendance_recorded__counts AS counted ON counted.entry = attended.entry
  WHERE counted.entry IS NOT NULL OR attended.in_all IS NOT NULL OR attended.in_words IS NOT NULL;
