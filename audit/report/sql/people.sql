-- Who took part.

-- :group_members
-- One row for each person of each group and each expertise they bring.
SELECT formed.id AS "group", formed.title, member.participant, entry.entry, entry.provenance,
       member.until_entry IS NOT NULL AS "left", held.expertise
FROM group_formed AS formed JOIN group_membership AS member ON member.group_id = formed.id
JOIN entry ON entry.entry = member.from_entry
LEFT JOIN participant_expertise AS held
  ON held.participant = member.participant AND held.until_entry IS NULL
WHERE :initiative IS NULL OR entry.initiative IS :initiative OR formed.about IS :initiative
ORDER BY formed.entry, entry.entry, held.expertise

-- :groups_without_members
SELECT formed.id AS "group", formed.title, formed.entry, formed.provenance
FROM group_formed AS formed
WHERE (:initiative IS NULL OR formed.initiative IS :initiative OR formed.about IS :initiative)
  AND NOT EXISTS (SELECT 1 FROM group_membership AS member WHERE member.group_id = formed.id)
ORDER BY formed.entry

-- :others
-- On the register, and in no group.
SELECT joined.id AS participant, joined.entry, joined.provenance, held.expertise
FROM participant_joined AS joined LEFT JOIN participant_expertise AS held
  ON held.participant = joined.id AND held.until_entry IS NULL
WHERE (:initiative IS NULL OR joined.initiative IS :initiative)
  AND NOT EXISTS (SELECT 1 FROM group_membership AS member
                  WHERE member.participant = joined.id)
ORDER BY joined.entry, held.expertise

-- :meeting_roles
-- Parts that people were to play at a meeting; by the expertise they have it in, where that
-- is told. Nobody's is while a rule of that room says so: the record's last entry is the time.
SELECT DISTINCT role.within_id AS meeting, role.role, role.standing, who.id AS participant,
       iif(EXISTS (SELECT 1 FROM agreement_adopted__for AS room
                   JOIN agreement_adopted AS rule ON rule.entry = room.entry
                   WHERE room.value = role.within AND rule.roles_unsaid_until IS NOT NULL
                     AND coalesce(rule.roles_unsaid_until_last, 9e18)
                         > (SELECT max(recorded_at) FROM entry)),
           'peopleWhoAgreedNotToSayYet', coalesce(role."as", held.expertise)) AS expertise,
       role.entry, role.provenance
FROM role_assigned AS role JOIN role_assigned__who AS who USING (entry)
LEFT JOIN participant_expertise AS held
  ON held.participant = who.id AND held.until_entry IS NULL
WHERE role.within_register = 'meeting' AND who.register = 'participant'
  AND (:initiative IS NULL OR role.initiative IS :initiative)
ORDER BY role.within_id, role.role, role.entry

-- :levels
SELECT level.entry, level.provenance, level."of", level.level, level.in_plain_words, level."by"
FROM level_declared AS level
WHERE :initiative IS NULL OR level.initiative IS :initiative OR level.of_id IS :initiative
ORDER BY level.entry
