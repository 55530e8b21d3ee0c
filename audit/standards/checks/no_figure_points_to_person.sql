-- no_figure_points_to_person
-- No figure in any report can point to a person.
-- Needs: reportPublished
-- Rule: NOT WRITTEN YET
-- Parameter k: smallest number of people that is shown; people; 10
-- Nothing: unknown; This check is not written yet.; reportPublished
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
