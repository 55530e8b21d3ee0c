-- Champions
-- Every service with its champion, whether the time is paid, and the examples that were shared. A
-- service without a champion comes first.
WITH champion AS (
  SELECT * FROM role_holding
  WHERE role = 'champion' AND within_register = 'organisation' AND ended_entry IS NULL
    AND (reply IS NULL OR reply = 'takenOn')
)
SELECT coalesce(champion.entry, service.entry) AS entry,
       service.id || coalesce(': ' || service.name, '') AS "Service",
       coalesce(champion.id, champion.description, champion.words, 'nobody') AS "Champion",
       champion.since AS "Since", champion.paid_time AS "Paid time:word",
       (SELECT count(DISTINCT told.entry)
        FROM learning_recorded__by AS teller JOIN learning_recorded AS told USING (entry)
        WHERE told.learning_kind IN ('practice', 'wentWell')
          AND (teller.register = 'participant' AND teller.id = champion.id
               OR teller.register = 'organisation' AND teller.id = service.id))
         AS "Examples shared"
FROM organisation_registered AS service
LEFT JOIN champion ON champion.within_id = service.id
WHERE (service.organisation_kind = 'service' OR champion.entry IS NOT NULL)
  AND (:initiative IS NULL OR service.initiative = :initiative)
ORDER BY champion.entry IS NOT NULL, service.entry
