-- Champions
-- Each service's champion, in paid time or not, and the examples they shared. A service without a
-- champion comes first.
WITH champion AS (
  SELECT * FROM role_holding
  WHERE role = 'champion' AND within_register = 'organisation' AND ended_entry IS NULL
    AND (reply IS NULL OR reply = 'takenOn')
    AND NOT (register = 'participant'
             AND EXISTS (SELECT 1 FROM participant_left AS gone
                         WHERE gone.participant = role_holding.id AND gone.leaving = 'ledger'
                           AND gone.entry > role_holding.entry))
), example AS (
  SELECT teller.register, teller.id, told.entry
  FROM learning_recorded__by AS teller JOIN learning_recorded AS told USING (entry)
  WHERE told.learning_kind IN ('practice', 'wentWell')
  UNION
  SELECT maker.register, maker.id, work.entry
  FROM work_opened__by AS maker JOIN work_opened AS work USING (entry)
  WHERE work.work_kind IN ('guide', 'talkOrPost')
)
SELECT coalesce(champion.entry, service.entry) AS entry,
       service.id || coalesce(': ' || service.name, '') AS "Service",
       coalesce(champion.id, champion.description, champion.words, 'nobody') AS "Champion",
       champion.since AS "Since", champion.paid_time AS "Paid time:word",
       (SELECT count(DISTINCT example.entry) FROM example
        WHERE example.register = 'organisation' AND example.id = service.id
           OR example.register = 'participant' AND example.id IN (
             SELECT id FROM role_holding AS ever
             WHERE ever.role = 'champion' AND ever.within_register = 'organisation'
               AND ever.within_id = service.id)) AS "Examples shared"
FROM organisation_registered AS service
LEFT JOIN champion ON champion.within_id = service.id
WHERE (service.organisation_kind = 'service' OR champion.entry IS NOT NULL)
  AND (:initiative IS NULL OR service.initiative = :initiative)
ORDER BY champion.entry IS NOT NULL, service.entry
