-- Every credit as printed, one row for each piece of "who"; the person's own choice of form beside
-- it, where one is on record (for this work, else for all). `published_on` is a date, the day of
-- recording what was printed where nobody says when it was published.
CREATE VIEW credit_roll AS
  SELECT published.entry, published."of" AS version, published.of_work AS work, credit.nth,
         credit.form, credit.section, credit.position, credit.corresponding, credit.place,
         credit.remark, who.register, who.id, who.description, who.how_many, who.words,
         (SELECT group_concat(role || coalesce(' (' || degree || ')', ''), ', ')
          FROM credit_published_role AS r
          WHERE r.entry = credit.entry AND r.credits_nth = credit.nth) AS roles,
         (SELECT group_concat(expertise, ', ') FROM participant_expertise AS held
          WHERE who.register = 'participant' AND held.participant = who.id
            AND held.until_entry IS NULL) AS expertise,
         (SELECT chosen.form FROM credit_chosen AS chosen
          WHERE who.register = 'participant' AND chosen.participant = who.id
            AND (chosen.covers_work = published.of_work OR chosen.covers = 'everything')
          ORDER BY chosen.covers = 'everything', chosen.entry DESC LIMIT 1) AS form_chosen,
         published.published,
         coalesce(nullif(published.published, 'unknown'), happened.date) AS published_on,
         published.initiative, published.provenance
  FROM credit_published AS published
  JOIN entry_date AS happened ON happened.entry = published.entry
  JOIN credit_published__credits AS credit ON credit.entry = published.entry
  LEFT JOIN credit_published__credits__who AS who
    ON who.entry = credit.entry AND who.credits_nth = credit.nth;
