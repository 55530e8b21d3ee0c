-- Leavers
-- How many left what, counted and never named. How and why somebody left, and whether they were
-- removed, is private to them; what somebody disputes shows here until it is answered. Who left a
-- group, a roster or an initiative can still take part; where what was left is not recorded, that
-- cannot be told.
SELECT NULL AS entry,
       coalesce(gone.leaving, iif(gone.about_register = 'call', 'roster', gone.about_register))
         AS "Left:word",
       replace(gone.about, ':', ' ') AS "Which",
       count(DISTINCT gone.participant) AS "People", count(*) AS "Times:whole",
       sum(gone.account_state IS NOT NULL) AS "With an account of how, in private:few",
       sum(gone.may_be_contacted IS 'yes') AS "May still be contacted:part",
       sum(gone.may_be_contacted IS 'no') AS "May not:part",
       sum(coalesce(gone.may_be_contacted, '') NOT IN ('yes', 'no'))
         AS "Not recorded whether:part",
       sum(EXISTS (SELECT 1 FROM dispute_list AS d WHERE d.of_entry = gone.entry)) AS "Disputed",
       sum(EXISTS (SELECT 1 FROM dispute_list AS d
                   WHERE d.of_entry = gone.entry AND d.answer_entry IS NULL))
         AS "Disputed and not answered"
FROM participant_left AS gone
WHERE :initiative IS NULL OR gone.initiative = :initiative
GROUP BY "Left:word", gone.about
ORDER BY min(gone.entry)
