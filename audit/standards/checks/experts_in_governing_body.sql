-- experts_in_governing_body
-- People with lived experience sit in the governing body.
-- Needs: groupFormed, roleAssigned, roleEnded, participantJoined, participantLeft
-- Rule: Of the voting seats of each board and steering group, a share of s or more is held today
--   by people with lived experience, as voting members or in the chair. Where the share is kept
--   and a seat has been empty for more than n days, it is kept in form only. Groups whose seats
--   have no vote are left out.
-- Parameter s: share of the voting seats; share of seats; 0.2
-- Parameter n: how long a seat may be empty; calendar days; 90
-- Nothing: notApplicable; No board or steering group is on record.
WITH body AS MATERIALIZED (
  SELECT entry, id, coalesce(about, initiative) AS initiative, voting_seats_min AS seats,
         voting_seats_min IS voting_seats_max AS is_exact,
         coalesce(last_day(occurred_at), recorded_at / 86400) AS formed
  FROM group_formed WHERE group_kind IN ('board', 'steeringGroup')
), gone AS MATERIALIZED (
  SELECT who.id AS participant, substr(ended."within", length('group:') + 1) AS body, ended.entry,
         ended.role, first_day(coalesce(ended."from", ended.occurred_at)) AS first,
         coalesce(last_day(coalesce(ended."from", ended.occurred_at)), ended.recorded_at / 86400)
           AS last
  FROM role_ended AS ended JOIN role_ended__who AS who ON who.entry = ended.entry
  WHERE ended.within_register = 'group' AND who.register = 'participant'
  UNION ALL
  SELECT participant, iif(leaving = 'ledger', NULL, substr(about, length('group:') + 1)), entry,
         NULL, first_day(coalesce("from", occurred_at)),
         coalesce(last_day(coalesce("from", occurred_at)), recorded_at / 86400)
  FROM participant_left WHERE leaving IN ('ledger', 'group')
), seat AS MATERIALIZED (
  SELECT body.id AS body, assigned.entry, coalesce(who.id, who.description, who.words) AS holder,
         who.register, coalesce(who.how_many_min, 1) AS people, last_day(assigned."until") AS until,
         min(gone.last) AS gone_last, min(gone.entry) AS gone_entry
  FROM body
  JOIN role_assigned AS assigned
    ON assigned.within_register = 'group' AND assigned.within_id = body.id
  JOIN role_assigned__who AS who ON who.entry = assigned.entry
  LEFT JOIN gone ON gone.participant = who.id AND gone.entry > assigned.entry
   AND (gone.body IS NULL OR gone.body = body.id)
   AND (gone.role IS NULL OR gone.role = assigned.role)
  WHERE assigned.role IN ('votingMember', 'chair') AND assigned.standing IS NOT 'planned'
    AND (assigned.reply IS NULL OR assigned.reply = 'takenOn')
    AND coalesce(first_day(assigned."from"), 0) <= :today
  GROUP BY assigned.entry, 3
), holder AS MATERIALIZED (
  SELECT seat.body, seat.holder, max(seat.people) AS people, seat.register,
         max(coalesce(seat.until >= :today, 1) AND coalesce(seat.gone_last > :today, 1)) AS sits,
         max(coalesce(seat.until >= :today - :n, 1) AND coalesce(seat.gone_last > :today - :n, 1))
           AS sat_lately,
         max(seat.entry) AS entry, max(seat.gone_entry) AS gone_entry
  FROM seat GROUP BY seat.body, seat.holder, seat.register
), now_held AS MATERIALIZED (
  SELECT participant, max(expertise = 'livedExperience') AS is_expert,
         max(expertise IS NOT NULL) AS is_said, max(from_entry) AS entry
  FROM participant_expertise WHERE until_entry IS NULL GROUP BY participant
), counted AS MATERIALIZED (
  SELECT holder.body, sum(people * sits) AS holders, sum(people * sat_lately) AS lately,
         sum(people * (sits AND coalesce(is_expert, 0))) AS experts,
         sum(people * (sits AND coalesce(is_said, 0) = 0)) AS unsaid,
         group_concat(iif(sits AND is_expert, holder.entry || ',' || now_held.entry, NULL))
           AS expert_entries,
         group_concat(iif(sits, holder.entry, NULL)) AS entries,
         group_concat(holder.gone_entry) AS gone_entries
  FROM holder
  LEFT JOIN now_held ON holder.register = 'participant' AND now_held.participant = holder.holder
  GROUP BY holder.body
), judged AS (
  SELECT body.*, coalesce(holders, 0) AS holders, coalesce(experts, 0) AS experts,
         coalesce(lately, 0) AS lately, expert_entries, entries, gone_entries,
         CASE WHEN seats = 0 AND is_exact THEN 'voteless'
              WHEN seats IS NULL OR NOT is_exact THEN 'unsaid'
              WHEN coalesce(experts, 0) >= CAST(:s AS REAL) * seats - 0.000001 THEN
                iif(coalesce(experts, 0) = 0, 'nobody',
                    iif(lately < seats AND :today - formed > :n, 'empty', 'pass'))
              WHEN coalesce(experts, 0) + unsaid >= CAST(:s AS REAL) * seats - 0.000001 THEN
                'perhaps'
              ELSE 'fail' END AS came
  FROM body LEFT JOIN counted ON counted.body = body.id
)
SELECT CASE came WHEN 'pass' THEN 'pass' WHEN 'empty' THEN 'weak' WHEN 'fail' THEN 'fail'
                 WHEN 'voteless' THEN 'notApplicable' WHEN 'nobody' THEN 'fail'
                 ELSE 'unknown' END AS verdict,
       'group:' || id AS about, NULL AS person, initiative, :today AS day,
       CASE came
         WHEN 'voteless' THEN format('%s has no voting seats.', id)
         WHEN 'unsaid' THEN format('How many voting seats %s has is not recorded.', id)
         WHEN 'perhaps' THEN
           format('%d of %d voting seat%s of %s %s held by people with lived experience; what '
                  || 'expertise others in it have is not recorded.', experts, seats,
                  iif(seats = 1, '', 's'), id, iif(experts = 1, 'is', 'are'))
         ELSE format('%d of %d voting seat%s of %s %s held by people with lived experience; a '
                     || 'share of %s was promised.', experts, seats, iif(seats = 1, '', 's'), id,
                     iif(experts = 1, 'is', 'are'), :s)
           || iif(holders < seats, format(' %d seat%s empty%s.', seats - holders,
                                          iif(seats - holders = 1, ' is', 's are'),
                                          iif(came = 'empty', format(
                                            ', %d for more than %s', seats - lately,
                                            count_text(:n, 'day', 'days')), '')),
                  '')
       END AS says,
       entry || coalesce(',' || iif(came = 'pass', expert_entries, entries), '')
         || iif(came = 'pass', '', coalesce(',' || gone_entries, '')) AS entries,
       iif(came = 'unsaid', 'groupFormed', 'participantJoined') AS missing
FROM judged
