-- Roles
-- Who was to do what, who did it, and what was published about it. Nothing is settled between the
-- three: a plan is not a fact, and neither is a claim.
SELECT role.entry, role.within_register || ' ' || role.within_id AS "Where",
       coalesce(role.in_other_words, role.role) AS "Role:word",
       coalesce(iif(role.register = 'participant', role.id, role.register || ':' || role.id),
                role.description, 'words: ' || role.words) AS "Who:who",
       CASE WHEN EXISTS (SELECT 1 FROM agreement_adopted__for AS room JOIN agreement_adopted AS rule
                           ON rule.entry = room.entry
                         WHERE room.value = role.within_register || ':' || role.within_id
                           AND rule.roles_unsaid_until_first > :now)
            THEN 'not said yet: the rule of the room'
            ELSE coalesce(role.as_expertise,
                          (SELECT group_concat(expertise, ' and ')
                           FROM participant_expertise AS held
                           WHERE role.register = 'participant' AND held.participant = role.id
                             AND held.until_entry IS NULL)) END AS "As:word",
       role.standing AS "Planned or standing:word", role.reply AS "Their answer:word",
       CASE WHEN role.within_register IS NOT 'meeting' THEN 'not for one meeting'
            ELSE (SELECT group_concat(attended.parts, ', ') FROM attendance_roll AS attended
                  WHERE attended.meeting = role.within_id AND attended.register = role.register
                    AND attended.id = role.id) END AS "Part played:word",
       CASE WHEN role.within_register IS NOT 'meeting' THEN 'not for one meeting'
            ELSE coalesce((SELECT group_concat(claim.statement, '; ')
                           FROM claim_published__about AS about
                           JOIN claim_published AS claim USING (entry)
                           WHERE about.value = 'meeting:' || role.within_id),
                          'nothing on record') END AS "Published about it",
       iif(role.ended_entry IS NULL, coalesce(role.until_said, 'not ended'), 'ended') AS "Until"
FROM role_holding AS role
JOIN entry ON entry.entry = role.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY role.within_register IS NOT 'meeting', role.within_register, role.within_id,
         role.entry, role.nth
