-- Reports
-- Reports that went out, and who was asked how bad news should read.
SELECT report.entry, report.id || coalesce(': ' || report.title, '') AS "Report",
       report.report_kind AS "Kind:word", report.audience AS "For:word",
       report.ledger_size AS "Made from entries", report.cells_held_back AS "Numbers held back",
       report.bad_news_asked_of AS "Asked how bad news reads:who", report."by" AS "By:who",
       report.occurred_at AS "When"
FROM report_published AS report
WHERE :initiative IS NULL OR report.initiative = :initiative
ORDER BY report.entry
