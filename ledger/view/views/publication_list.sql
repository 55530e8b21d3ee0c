-- What was published, where, and under which title or titles.
CREATE VIEW publication_list AS
  SELECT published.entry, coalesce(published.version_work, published.work) AS work,
         published.version, published.occurred_at, published."by", published.standing,
         (SELECT group_concat(value, '; ') FROM work_published__titles AS t
          WHERE t.entry = published.entry) AS titles,
         (SELECT group_concat(value, '; ') FROM work_published__where AS w
          WHERE w.entry = published.entry) AS places,
         published.dissent_count, published.data_consent, published.provenance
  FROM work_published AS published;
