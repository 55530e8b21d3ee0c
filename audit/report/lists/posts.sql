-- Posts
-- Standing roles, and who answers for them now. Chairs, coordinators, sponsors and others are in
-- here, but not members, buddies and champions. A post that somebody left and nobody took on is
-- vacant.
WITH post AS (
  SELECT * FROM role_assigned
  WHERE standing IS NOT 'planned' AND within_register IS NOT 'meeting'
    AND role NOT IN ('member', 'votingMember', 'buddy', 'champion', 'authorAtTheLaunch')
), gone AS (
  SELECT * FROM role_ended
  WHERE within_register IS NOT 'meeting'
    AND role NOT IN ('member', 'votingMember', 'buddy', 'champion', 'authorAtTheLaunch')
), now AS (
  SELECT entry, initiative, role, in_other_words, within, who AS holder, "from", paid_time,
         CASE WHEN reply = 'declined' THEN 'declined'
              WHEN reply = 'notAsked' THEN 'never asked'
              WHEN EXISTS (SELECT 1 FROM role_assigned__who AS holder
                           JOIN participant_left AS left ON left.participant = holder.id
                           WHERE holder.entry = post.entry AND holder.register = 'participant'
                             AND left.entry > post.entry
                             AND (left.leaving = 'ledger' OR left.about = post.within))
                THEN 'the holder has left'
              ELSE 'held' END AS state
  FROM post
  WHERE NOT EXISTS (SELECT 1 FROM gone
                    WHERE gone.entry > post.entry AND gone.role = post.role
                      AND gone.in_other_words IS post.in_other_words
                      AND gone.within IS post.within
                      AND coalesce(gone.who, post.who) IS post.who)
  UNION ALL
  SELECT entry, initiative, role, in_other_words, within, handed_to, "from", NULL, 'taken over'
  FROM gone
  WHERE handed_to IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM post
                    WHERE post.entry > gone.entry AND post.role = gone.role
                      AND post.within_register IS gone.within_register
                      AND post.within_id IS gone.within_id AND post.who = gone.handed_to)
    AND NOT EXISTS (SELECT 1 FROM gone AS later
                    WHERE later.entry > gone.entry AND later.role = gone.role
                      AND later.within IS gone.within AND later.who = gone.handed_to)
  UNION ALL
  SELECT entry, initiative, role, in_other_words, within, 'nobody', "from", NULL, 'vacant'
  FROM gone
  WHERE handed_to IS NULL
    AND NOT EXISTS (SELECT 1 FROM post
                    WHERE post.entry > gone.entry AND post.role = gone.role
                      AND post.in_other_words IS gone.in_other_words
                      AND post.within_register IS gone.within_register
                      AND post.within_id IS gone.within_id)
)
SELECT entry, role AS "Role:word", in_other_words AS "Called", within AS "In:record",
       holder AS "Held by:who", "from" AS "Since", paid_time AS "Paid time:word",
       state AS "State"
FROM now
WHERE :initiative IS NULL OR initiative = :initiative OR within = 'initiative:' || :initiative
ORDER BY state IN ('vacant', 'the holder has left') DESC, entry
