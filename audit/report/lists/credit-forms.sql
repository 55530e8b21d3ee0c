-- Forms of credit
-- How many of each expertise are in the byline, a note or thanks. These are not equal: a name in a
-- note is not a byline.
SELECT min(credit.entry) AS entry, credit.version AS "Version",
       coalesce(credit.expertise, iif(credit.register IS 'participant', 'not recorded',
                                      'groups and others')) AS "Expertise:word",
       count(*) FILTER (WHERE credit.section = 'byline') AS "Byline",
       count(*) FILTER (WHERE credit.section = 'corporateAuthor') AS "Corporate author",
       count(*) FILTER (WHERE credit.section = 'note') AS "Note",
       count(*) FILTER (WHERE credit.section = 'thanks') AS "Thanks",
       count(*) FILTER (WHERE credit.section NOT IN ('byline', 'corporateAuthor', 'note', 'thanks'))
         AS "Elsewhere",
       count(*) FILTER (WHERE credit.section IS NULL) AS "Not recorded where"
FROM credit_roll AS credit JOIN entry ON entry.entry = credit.entry
WHERE :initiative IS NULL OR entry.initiative = :initiative
GROUP BY credit.version, 3
ORDER BY credit.version, min(credit.entry)
