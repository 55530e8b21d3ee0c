-- Days of notice before a meeting
-- How long before a meeting its invitations, notices and papers went out; late is less than a day
--   before.
-- Says: {in} of {all} invitations, notices and papers went out at least a day before the meeting.
-- Nothing: No invitation, notice or paper for a meeting is on record.
-- Number: days before the meeting
-- Partner: lateness; a day that was written down long after the event is easily a kind one.
SELECT iif(message.what = 'papers', 'Papers', 'Invitations and notices') AS part,
       message.entry, NULL AS also, message.provenance,
       CASE WHEN min(given.days_before) >= 1 THEN 'in'
            WHEN min(given.days_before) IS NOT NULL THEN 'out' ELSE 'unknown' END AS state,
       min(given.days_before) AS number
FROM message_sent AS message
LEFT JOIN notice_given AS given ON given.entry = message.entry
WHERE message.what IN ('invitation', 'notice', 'papers')
  AND (given.entry IS NOT NULL
       OR EXISTS (SELECT 1 FROM message_sent__about AS about
                  WHERE about.entry = message.entry AND about.value_register = 'meeting'))
  AND (:initiative IS NULL OR message.initiative = :initiative)
GROUP BY message.entry ORDER BY part, message.entry
