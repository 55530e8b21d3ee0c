-- Pay
-- The pay scheme in numbers that name nobody. Offers, choices, time by activity, claims, payments
-- and how long people waited; sums and forms are private, and each person can see their own.
WITH wait AS (
  SELECT CAST(julianday(substr(paid.occurred_at, 1, 10))
              - julianday(substr(claimed.occurred_at, 1, 10)) AS INTEGER) AS days
  FROM payment_made__covers AS cover
  JOIN payment_made AS paid ON paid.entry = cover.entry
  JOIN claim_made AS claimed ON claimed.id = cover.of_id AND cover.of_register = 'claim'
  WHERE paid.occurred_at_precision IN ('day', 'minute', 'second')
    AND claimed.occurred_at_precision IN ('day', 'minute', 'second')
    AND (:initiative IS NULL OR paid.initiative = :initiative)
),
line(place, what, how_many, note) AS (
  SELECT 1, 'offers of pay', count(*), count(paid_within) || ' of them say within how many days'
  FROM payment_offered WHERE :initiative IS NULL OR initiative = :initiative
  UNION ALL
  SELECT 2, 'people who chose how to be paid',
         coalesce(nullif(count(DISTINCT participant), 0), 'none'), 'what they chose is private'
  FROM payment_form_chosen WHERE :initiative IS NULL OR initiative = :initiative
  UNION ALL
  SELECT 3, 'benefits advice offered to everyone', count(*), 'who took it up is private'
  FROM support_offered WHERE to_everyone_support_kind = 'benefitsAdvice'
    AND (:initiative IS NULL OR initiative = :initiative)
  UNION ALL
  SELECT 4, 'time logged: ' || coalesce(activity, 'activity not recorded'), count(*),
         count(*) FILTER (WHERE minutes_state IS NULL) || ' of them without minutes'
  FROM time_logged WHERE :initiative IS NULL OR initiative = :initiative GROUP BY activity
  UNION ALL
  SELECT 5, 'claims', count(*),
         count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM claim_answered AS a
                                            WHERE a.claim = claim_made.id))
         || ' of them without an answer'
  FROM claim_made WHERE :initiative IS NULL OR initiative = :initiative
  UNION ALL
  SELECT 6, 'payments to people', count(*),
         count(*) FILTER (WHERE arrival = 'came') || ' confirmed as arrived, '
         || count(*) FILTER (WHERE arrival <> 'came') || ' said to be missing or wrong'
  FROM (SELECT (SELECT arrival FROM payment_confirmed AS c WHERE c.payment = paid.id
                ORDER BY c.entry DESC LIMIT 1) AS arrival
        FROM payment_made AS paid WHERE paid.participant IS NOT NULL
          AND (:initiative IS NULL OR paid.initiative = :initiative))
  UNION ALL
  SELECT 7, 'payments to groups', count(*), 'history shows who agreed to each'
  FROM payment_made WHERE "group" IS NOT NULL
    AND (:initiative IS NULL OR initiative = :initiative)
  UNION ALL
  SELECT 8, 'claims paid, with both days known', count(*),
         coalesce('waited ' || max(min(days), 0) || ' days at least, ' || max(max(days), 0)
                    || ' at most' || iif(min(days) < 0, '; '
                      || count(*) FILTER (WHERE days < 0) || ' paid before they were claimed', ''),
                  'nothing to work it out from')
  FROM wait
)
SELECT NULL AS entry, what AS "What:word",
       iif(place = 2, how_many, how_many || '') AS "How many:few", note AS "What is known"
FROM line ORDER BY place, what
