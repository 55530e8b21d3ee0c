-- Every initiative: why, how it ended, and the latest declared level.
CREATE VIEW initiative_list AS
  SELECT opened.entry, opened.id AS initiative, opened.title, opened."by", opened.lead_organisation,
         opened.why, opened.question, opened.question_framed_by, opened.what_may_change,
         opened.size, opened.region, opened.provenance,
         level.level, level.in_plain_words AS level_in_plain_words, level."by" AS level_declared_by,
         level.provenance AS level_provenance, level.entry AS level_entry,
         closed.entry AS closed_entry, closed.how AS closed_how
  FROM initiative_opened AS opened
  LEFT JOIN level_declared AS level
    ON level.entry = (SELECT max(l.entry) FROM level_declared AS l
                      WHERE l."of" = 'initiative:' || opened.id)
  LEFT JOIN initiative_closed AS closed
    ON closed.entry = (SELECT max(c.entry) FROM initiative_closed AS c
                       WHERE c.about = opened.id);
