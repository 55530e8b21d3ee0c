-- Who came to which meeting, and which part they played: one row for each piece of "who".
CREATE VIEW attendance_roll AS
  SELECT attended.entry, attended.meeting, person.nth, who.register, who.id, who.description,
         who.how_many, who.words,
         coalesce(iif(who.register IN ('group', 'organisation'), who.register || ':', '')
                  || who.id, 'outside: ' || who.description, 'words: ' || who.words) AS who,
         person."as" AS as_expertise,
         (SELECT group_concat(value, ', ') FROM attendance_recorded__people__parts AS p
          WHERE p.entry = person.entry AND p.people_nth = person.nth) AS parts,
         attended.provenance
  FROM attendance_recorded AS attended
  JOIN attendance_recorded__people AS person ON person.entry = attended.entry
  LEFT JOIN attendance_recorded__people__who AS who
    ON who.entry = person.entry AND who.people_nth = person.nth;
