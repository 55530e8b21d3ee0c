-- Who takes part in which initiative: joined for it, or has a role in it or in one of its groups.
-- `since` is the date on which they joined; people who left stay, with the entry that says so.
CREATE VIEW initiative_membership AS
  WITH part AS (
    SELECT belongs.initiative, joined.id AS participant
    FROM participant_joined AS joined JOIN entry_initiative AS belongs USING (entry)
    WHERE belongs.initiative IS NOT NULL
    UNION
    SELECT within_id, id FROM role_holding
    WHERE within_register = 'initiative' AND register = 'participant'
      AND (reply IS NULL OR reply = 'takenOn')
    UNION
    SELECT formed.about, member.participant
    FROM group_membership AS member JOIN group_formed AS formed ON formed.id = member.group_id
    WHERE formed.about IS NOT NULL
  )
  SELECT part.initiative, part.participant, joined.entry, joined.organisation,
         coalesce(nullif(joined."from", 'unknown'), joining.date) AS since,
         gone.entry AS left_entry,
         coalesce(nullif(gone."from", 'unknown'), going.date) AS left_on
  FROM part
  JOIN participant_joined AS joined ON joined.id = part.participant
  JOIN entry_date AS joining ON joining.entry = joined.entry
  LEFT JOIN participant_left AS gone
    ON gone.entry = (SELECT min(one.entry) FROM participant_left AS one
                     WHERE one.participant = part.participant
                       AND (one.leaving = 'ledger' OR one.about = 'initiative:' || part.initiative))
  LEFT JOIN entry_date AS going ON going.entry = gone.entry;
