-- buddy_offered
-- New members are offered a buddy.
-- Needs: participantJoined, participantChanged, supportOffered
-- Rule: Each person with lived experience was offered a buddy, alone or with all of their group,
--   at most n days after they joined. Whether they took one is never asked.
-- Parameter n: from joining to the offer of a buddy; calendar days; 14
-- Nothing: notApplicable; Nobody with lived experience is on the register.
WITH joined AS MATERIALIZED (
  SELECT expert.participant, expert.entry, joined.initiative,
         first_day(coalesce(told."from", told.occurred_at)) AS first,
         coalesce(last_day(coalesce(told."from", told.occurred_at)), told.recorded_at / 86400)
           AS last
  FROM lived_expert AS expert
  JOIN (SELECT entry, "from", occurred_at, recorded_at FROM participant_joined
        UNION ALL SELECT entry, "from", occurred_at, recorded_at FROM participant_changed) AS told
    ON told.entry = expert.entry
  LEFT JOIN participant_joined AS joined ON joined.id = expert.participant
), support AS MATERIALIZED (
  SELECT entry,
         CAST(coalesce(participant, reveal(sealed_entry, person_field)) AS TEXT) AS participant,
         first_day(occurred_at) AS first,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS last,
         coalesce(support_kind, reveal(sealed_entry, kind_field)) AS kind
  FROM support_person WHERE act = 'offered'
), offer AS MATERIALIZED (
  SELECT * FROM support WHERE kind = 'buddy' OR kind IS NULL
), vague AS (
  SELECT min(entry) AS entry, min(first) AS first, max(kind IS NULL) AS is_shut
  FROM offer WHERE participant IS NULL
), matched AS (
  SELECT joined.participant AS who, offer.entry AS offer_entry, offer.first AS offer_first,
         offer.last AS offer_last,
         CASE WHEN offer.first - joined.last > :n THEN 1 WHEN offer.kind IS NULL THEN 2
              WHEN joined.first IS NULL OR offer.last - joined.first > :n THEN 3 ELSE 4 END
           AS strength
  FROM joined JOIN offer ON offer.participant = joined.participant
  UNION ALL
  SELECT joined.participant, vague.entry, vague.first, NULL, iif(vague.is_shut, 2, 3)
  FROM joined JOIN vague
    ON vague.entry IS NOT NULL AND coalesce(vague.first - joined.last <= :n, 1)
  UNION ALL
  SELECT participant, NULL, NULL, NULL, 0 FROM joined
), best AS (
  SELECT joined.*, matched.offer_entry, matched.offer_first, matched.offer_last,
         max(matched.strength) AS strength
  FROM joined JOIN matched ON matched.who = joined.participant GROUP BY joined.participant
), judged AS (
  SELECT *, CASE WHEN strength = 4 THEN 'pass' WHEN strength = 3 THEN 'perhaps'
                 WHEN strength = 2 THEN 'sealed'
                 WHEN strength = 0 AND :today - coalesce(first, last) <= :n THEN 'notDue'
                 WHEN strength = 0 AND :today - last <= :n THEN 'perhaps'
                 WHEN strength = 1 THEN 'late' ELSE 'none' END AS came
  FROM best
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'notDue' THEN 'notDue' WHEN 'late' THEN 'fail'
                 WHEN 'none' THEN 'fail' ELSE 'unknown' END AS verdict,
       'participant:' || participant AS about, participant AS person, initiative,
       coalesce(first, last) AS day,
       CASE came
         WHEN 'pass' THEN
           format('A buddy was offered by %s; the person joined on %s, and %s promised.',
                  day_text(offer_last), day_text(first), count_text(:n, 'day was', 'days were'))
         WHEN 'late' THEN
           format('A buddy was offered on %s, %s after the person joined; %s promised.',
                  day_text(offer_first), count_text(offer_first - last, 'day', 'days'),
                  count_text(:n, 'was', 'were'))
         WHEN 'none' THEN
           format('The person joined by %s, and no offer of a buddy is on record; %s '
                  || 'promised.', day_text(last), count_text(:n, 'day was', 'days were'))
         WHEN 'notDue' THEN
           format('The person joined by %s; there is time to offer a buddy until %s.',
                  day_text(last), day_text(coalesce(first, last) + :n))
         WHEN 'sealed' THEN
           'Support was offered; whoever asks may not see of what kind or to whom.'
         ELSE 'How long after the person joined a buddy was offered, or to whom, is not recorded.'
       END AS says,
       entry || coalesce(',' || offer_entry, '') AS entries,
       CASE WHEN came = 'sealed' THEN 'sealed' WHEN first IS NULL THEN 'participantJoined'
            ELSE 'supportOffered' END AS missing
FROM judged
