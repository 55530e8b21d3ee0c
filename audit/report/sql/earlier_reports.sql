-- Reports that went out before.

-- :reports
-- In the order in which they are on record. What coordinators and people themselves read is theirs
-- to see, number by number. Only kinds that can hold counts of people over something private.
SELECT report.id, report.ledger_size_min AS size,
       coalesce((SELECT given.value
                 FROM report_published__parameters AS given
                 WHERE given.entry = report.entry AND given.name = 'initiative' LIMIT 1), '')
         AS initiative,
       (SELECT given.value FROM report_published__parameters AS given
        WHERE given.entry = report.entry AND given.name = 'k' LIMIT 1) AS fewest
FROM report_published AS report
WHERE coalesce(report.audience, '') NOT IN ('coordinators', 'self')
  AND coalesce(report.report_kind, 'notRecorded')
      IN ('notRecorded', 'transparency', 'annual', 'claimsRecomputed', 'other')
ORDER BY report.entry
