-- Exceptions that were approved.

-- :waivers
-- Each waiver that was approved by somebody else than who asked, at least one of them with lived
-- experience, for a reason of :c characters and not longer than :m months. From and until are days;
-- `ended` the day on which it was ended before its time.
SELECT asked.entry AS asked_entry, settled.entry, asked.id AS waiver, asked.clause,
       asked.about AS initiative, asked.reason,
       coalesce(first_day(settled."from"), first_day(asked."from")) AS from_day,
       coalesce(last_day(settled."until"), last_day(asked."until")) AS until_day,
       coalesce(last_day(settled.settled), last_day(settled.occurred_at),
                settled.recorded_at / 86400) AS settled_day,
       (SELECT min(coalesce(first_day(ended.settled), first_day(ended.occurred_at),
                            ended.recorded_at / 86400))
        FROM waiver_settled AS ended
        WHERE ended.waiver = asked.id AND ended.result = 'ended') AS ended_day
FROM waiver_requested AS asked
JOIN waiver_settled AS settled ON settled.waiver = asked.id AND settled.result = 'approved'
WHERE length(trim(coalesce(asked.reason, ''))) >= :c
  AND coalesce(last_day(settled."until"), last_day(asked."until"))
    - coalesce(first_day(settled."from"), first_day(asked."from")) <= 31 * :m
  AND EXISTS (
    SELECT 1 FROM waiver_settled__by AS approver
    JOIN participant_expertise AS held
      ON held.participant = approver.id AND held.expertise = 'livedExperience'
    WHERE approver.entry = settled.entry AND approver.register = 'participant')
  AND NOT EXISTS (
    SELECT 1 FROM waiver_requested__requested_by AS asker
    JOIN waiver_settled__by AS approver
      ON approver.register = asker.register AND approver.id = asker.id
    WHERE asker.entry = asked.entry AND approver.entry = settled.entry)
ORDER BY settled.entry
