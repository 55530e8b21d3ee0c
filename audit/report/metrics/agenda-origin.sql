-- Who puts things on the agenda
-- Whether people with lived experience choose what is talked about.
-- Says: {in} of {all} agenda items, breaks left out, were put forward by somebody with lived
--   experience.
-- Nothing: No agenda item is on record.
-- Partner: earliness; an item can be on the agenda when everything about it is settled.
WITH origin AS (
  SELECT item.entry, max(lived.participant IS NOT NULL) AS lived,
         max(item.register IN ('group') OR item.words IS NOT NULL) AS untold,
         max(item.register IS NOT NULL OR item.description IS NOT NULL) AS told
  FROM agenda_item_proposed__by AS item
  LEFT JOIN lived_held AS lived
    ON item.register = 'participant' AND lived.participant = item.id
   AND lived.from_entry < item.entry
   AND (lived.until_entry IS NULL OR lived.until_entry > item.entry)
  GROUP BY item.entry
)
SELECT NULL AS part, item.entry, NULL AS also, item.provenance,
       CASE WHEN item.meeting IN (SELECT meeting FROM expertise_unsaid) THEN 'unknown'
            WHEN origin.lived THEN 'in' WHEN origin.told AND NOT origin.untold THEN 'out'
            ELSE 'unknown' END AS state,
       NULL AS number
FROM agenda_item_proposed AS item LEFT JOIN origin ON origin.entry = item.entry
WHERE item.item_kind IS NOT 'break' AND (:initiative IS NULL OR item.initiative = :initiative)
ORDER BY item.entry
