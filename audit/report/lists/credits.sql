-- Credits
-- Who is credited where, in which form, and what they had chosen. People with a part in a work and
-- no credit of their own in it stand first.
WITH part AS (
  SELECT participant, work, min(entry) AS entry,
         (SELECT group_concat(role, ', ') FROM (
            SELECT role FROM contribution_declared__credit_roles AS r WHERE r.entry = did.entry
            UNION ALL
            SELECT coalesce(in_other_words, role) FROM contribution_declared__local_roles AS r
            WHERE r.entry = did.entry)) AS roles
  FROM contribution_declared AS did GROUP BY participant, work
),
line AS (
  SELECT part.entry, part.work || ' (no version)' AS version, part.participant AS who,
         coalesce((SELECT 'only as one of a group' FROM credit_roll AS credit
                   JOIN group_membership AS member ON member.group_id = credit.id
                   WHERE credit.work = part.work AND credit.register = 'group'
                     AND member.participant = part.participant LIMIT 1),
                  'no credit on record') AS section, NULL AS form,
         (SELECT form FROM credit_chosen AS c WHERE c.participant = part.participant
            AND (c.covers_work = part.work OR c.covers = 'everything')
          ORDER BY c.covers = 'everything', c.entry DESC LIMIT 1) AS chosen, part.roles,
         0 AS is_credited
  FROM part
  WHERE NOT EXISTS (SELECT 1 FROM credit_roll AS credit
                    WHERE credit.work = part.work AND credit.register = 'participant'
                      AND credit.id = part.participant)
  UNION ALL
  SELECT credit.entry, credit.version,
         coalesce(iif(credit.register = 'participant', credit.id,
                      credit.register || ':' || credit.id),
                  credit.description, 'words: ' || credit.words),
         credit.section, credit.form, credit.form_chosen,
         coalesce(credit.roles, (SELECT roles FROM part WHERE part.work = credit.work
                                   AND part.participant = credit.id)), 1
  FROM credit_roll AS credit
)
SELECT line.entry, line.version AS "Version", line.who AS "Who:who", line.section AS "Where:word",
       line.form AS "Form printed:word",
       coalesce(line.chosen, 'no choice on record') AS "Form they chose:word",
       CASE WHEN line.form IS NULL OR line.chosen IS NULL THEN NULL
            WHEN line.form = line.chosen THEN 'yes' ELSE 'no' END AS "As they chose",
       line.roles AS "Part they had:word"
FROM line JOIN entry ON entry.entry = line.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
ORDER BY line.is_credited, line.version, line.entry
