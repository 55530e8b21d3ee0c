-- Every version of every work: who drafted it, what it is made from, where it was published, and
-- how many changes and sign-offs are on record for it.
CREATE VIEW work_versions AS
  SELECT version.entry, version.work, work.title, work.work_kind, version.version,
         version.work || '@' || version.version AS work_version, version.standing,
         version.made_for, version.drafted_by, version.overseen_by, version.summary,
         version.what_changed, version.change_class, version.valid_for, version.document,
         version.occurred_at, version.provenance,
         (SELECT group_concat(value, ', ') FROM version_made__from_versions AS f
          WHERE f.entry = version.entry) AS from_versions,
         (SELECT count(*) FROM version_made__from_conclusions AS c
          WHERE c.entry = version.entry) AS from_conclusions,
         (SELECT min(p.entry) FROM work_published AS p
          WHERE p.version = version.work || '@' || version.version) AS published_entry,
         (SELECT count(*) FROM change_made AS c
          WHERE c.version = version.work || '@' || version.version) AS changes,
         (SELECT count(*) FROM sign_off_roll AS s
          WHERE s.version = version.work || '@' || version.version AND s.form = 'collective')
           AS collective_sign_offs,
         (SELECT count(*) FROM sign_off_roll AS s
          WHERE s.version = version.work || '@' || version.version AND s.form = 'individual')
           AS individual_sign_offs
  FROM version_made AS version
  LEFT JOIN work_opened AS work ON work.id = version.work;
