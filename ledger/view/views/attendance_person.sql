-- Who came to which meeting, each once however often it was recorded. `entries` are all that say
-- so, `nobody_entry` is one that says that nobody came. People outside without a name may be others
-- each time, and stay apart.
CREATE VIEW attendance_person AS
  SELECT roll.meeting, roll.who, roll.register, roll.id, min(roll.entry) AS entry,
         min(roll.nth) AS nth, group_concat(DISTINCT roll.entry) AS entries,
         iif(roll.id IS NULL, roll.parts,
             (SELECT group_concat(value, ', ') FROM (
                SELECT DISTINCT part.value
                FROM attendance_recorded AS again
                JOIN attendance_recorded__people__who AS whose ON whose.entry = again.entry
                JOIN attendance_recorded__people__parts AS part
                  ON part.entry = whose.entry AND part.people_nth = whose.people_nth
                WHERE again.meeting = roll.meeting AND whose.register = roll.register
                  AND whose.id = roll.id ORDER BY part.entry, part.nth))) AS parts,
         replace(group_concat(DISTINCT roll.as_expertise), ',', ', ') AS as_expertise,
         (SELECT min(held.entry) FROM meeting_held AS held
          WHERE (held.id = roll.meeting OR held.meeting = roll.meeting)
            AND held.nobody_came = 'yes') AS nobody_entry
  FROM attendance_roll AS roll
  GROUP BY roll.meeting, roll.who, iif(roll.id IS NULL, roll.entry || '.' || roll.nth, '');
