-- How many people are credited by name in each work, by section and expertise.
CREATE VIEW credit_count AS
  SELECT work, version, section, expertise, count(DISTINCT id) AS people,
         group_concat(DISTINCT id) AS participants, group_concat(DISTINCT entry) AS entries
  FROM credit_roll
  WHERE register = 'participant' AND form IN ('fullName', 'chosenName')
  GROUP BY work, version, section, expertise;
