-- How many people with each expertise ever took part, in any group or none.
CREATE VIEW expertise_count AS
  SELECT expertise, count(DISTINCT participant) AS people,
         count(DISTINCT CASE WHEN provenance = 'inferred' THEN participant END) AS of_them_inferred
  FROM participant_expertise GROUP BY expertise;
