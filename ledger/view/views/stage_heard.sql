-- Inputs from before the options of a matter were fixed, in each stage and initiative (`of`): the
-- matter that an input is about, or for one that names none the matter whose options were fixed
-- last. `is_before` is 1, 0, or null where the dates do not tell. Days are compared as they were
-- written down; options that nobody fixed count from the last one proposed.
CREATE VIEW stage_heard AS
  WITH fixed AS (
    SELECT matter.entry AS matter_entry, matter.id AS matter, matter.entry AS fixed_entry,
           matter.options_fixed AS at, matter.options_fixed_precision AS precision,
           matter.options_fixed_first AS first, matter.options_fixed_last AS last
    FROM matter_raised AS matter WHERE matter.options_fixed IS NOT NULL
    UNION ALL
    SELECT matter.entry, matter.id, choice.entry, choice.occurred_at,
           choice.occurred_at_precision, choice.occurred_at_first, choice.occurred_at_last
    FROM (SELECT matter, max(entry) AS entry FROM option_proposed GROUP BY matter) AS newest
    JOIN matter_raised AS matter ON matter.id = newest.matter
    JOIN option_proposed AS choice ON choice.entry = newest.entry
    WHERE matter.options_fixed IS NULL
  ), last_fixed AS (
    SELECT place."of", fixed.fixed_entry, fixed.at, fixed.precision, fixed.last,
           max(coalesce(fixed.first, -1)) AS known_first, fixed.first
    FROM fixed JOIN stage_place AS place ON place.entry = fixed.matter_entry
    GROUP BY place."of"
  ), pair AS (
    SELECT place."of", said.entry, fixed.fixed_entry, fixed.at, fixed.precision, fixed.first,
           fixed.last
    FROM fixed
    JOIN input_received__about AS about
      ON about.value_register = 'matter' AND about.value_id = fixed.matter
    JOIN input_received AS said ON said.entry = about.entry
    JOIN stage_place AS place ON place.entry = said.entry
    UNION ALL
    SELECT place."of", said.entry, fixed.fixed_entry, fixed.at, fixed.precision, fixed.first,
           fixed.last
    FROM last_fixed AS fixed
    JOIN stage_place AS place ON place."of" = fixed."of"
    JOIN input_received AS said ON said.entry = place.entry
    WHERE NOT EXISTS (SELECT 1 FROM input_received__about AS about
                      WHERE about.entry = said.entry AND about.value_register = 'matter')
  )
  SELECT pair."of", said.entry, pair.fixed_entry, said.provenance,
         CASE WHEN said.occurred_at_precision IN ('day', 'minute', 'second')
                   AND pair.precision IN ('day', 'minute', 'second')
                   AND substr(said.occurred_at, 1, 10) <> substr(pair.at, 1, 10)
              THEN substr(said.occurred_at, 1, 10) < substr(pair.at, 1, 10)
              WHEN said.occurred_at_last <= pair.first THEN 1
              WHEN said.occurred_at_first >= pair.last THEN 0 END AS is_before
  FROM pair JOIN input_received AS said ON said.entry = pair.entry;
