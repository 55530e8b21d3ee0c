-- How many are in a group now, by the expertise they hold now. Somebody with two kinds of expertise
-- counts in both rows; group_size says how many people there are.
CREATE VIEW group_count AS
  SELECT member.group_id, held.expertise, count(DISTINCT member.participant) AS members,
         count(DISTINCT CASE WHEN member.provenance = 'inferred' OR held.provenance = 'inferred'
                             THEN member.participant END) AS of_them_inferred
  FROM group_membership AS member
  LEFT JOIN participant_expertise AS held
    ON held.participant = member.participant AND held.until_entry IS NULL
  WHERE member.until_entry IS NULL
  GROUP BY member.group_id, held.expertise;
