-- Quotations
-- Whose words were used where, and whether they saw and agreed to it. One that nobody checked with
-- the speaker comes first.
SELECT quote.entry, quote.used_in AS "Used in", quote.place AS "Where", quote.input AS "Input",
       quote.attributed_as AS "Named as:word", quote.how_many AS "How many",
       quote.checked_with_speaker AS "Checked with the speaker:word",
       CASE WHEN quote.consent IS NULL THEN NULL
            ELSE coalesce((SELECT consent.reply FROM entry AS told
                           JOIN consent_answered AS consent ON consent.entry = told.entry
                           WHERE 'entry:' || told.statement_id = quote.consent), 'named') END
         AS "Consent:word"
FROM quote_used AS quote
WHERE :initiative IS NULL OR quote.initiative = :initiative
ORDER BY quote.checked_with_speaker IS 'yes', quote.entry
