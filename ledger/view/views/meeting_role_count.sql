-- Who was planned or recorded to do what in a meeting, by expertise: the expertise named with the
-- role, else what the person holds now, else not recorded (null).
CREATE VIEW meeting_role_count AS
  SELECT role.within_id AS meeting, role.role, role.standing,
         coalesce(role.as_expertise,
                  (SELECT group_concat(expertise, ', ') FROM participant_expertise AS held
                   WHERE held.participant = role.id AND held.until_entry IS NULL
                     AND role.register = 'participant')) AS expertise,
         count(*) AS roles, count(DISTINCT role.id) AS named,
         group_concat(role.entry) AS entries
  FROM role_holding AS role
  WHERE role.within_register = 'meeting'
  GROUP BY 1, 2, 3, 4;
