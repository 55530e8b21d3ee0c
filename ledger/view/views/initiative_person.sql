-- initiative_person
-- Everybody who took part in an initiative, each once: joined for it, came, said something or held
-- a part in it. `entry` says so first. Who left it, or the ledger, stays; `left_entry` says so, and
-- `may_be_contacted` is 'yes', 'no' or, where nobody says, null.
CREATE VIEW initiative_person AS
  WITH told AS (
    SELECT initiative, id AS participant, entry FROM participant_joined
    WHERE initiative IS NOT NULL
    UNION ALL
    SELECT coalesce(came.initiative, meeting.initiative), who.id, came.entry
    FROM attendance_recorded AS came
    JOIN attendance_recorded__people__who AS who
      ON who.entry = came.entry AND who.register = 'participant'
    LEFT JOIN meeting_scheduled AS meeting ON meeting.id = came.meeting
    UNION ALL
    SELECT initiative, participant, entry FROM input_received WHERE participant IS NOT NULL
    UNION ALL
    SELECT input.initiative, giver.id, input.entry
    FROM input_received AS input JOIN input_received__from AS giver USING (entry)
    WHERE giver.register = 'participant'
    UNION ALL
    SELECT coalesce(part.initiative, iif(part.within_register = 'initiative', part.within_id,
        NULL)),
           holder.id, part.entry
    FROM role_assigned AS part JOIN role_assigned__who AS holder USING (entry)
    WHERE holder.register = 'participant' AND part.standing IS NOT 'planned'
      AND (part.reply IS NULL OR part.reply = 'takenOn')
  ), person AS (
    SELECT initiative, participant, min(entry) AS entry FROM told GROUP BY initiative, participant
  ), contact AS (
    SELECT participant, max(entry) AS entry FROM consent_answer
    WHERE scope = 'contactAfterLeaving' GROUP BY participant
  )
  SELECT person.initiative, person.participant, person.entry, gone.entry AS left_entry,
         CASE WHEN gone.entry IS NULL THEN 'yes'
              WHEN answer.entry > gone.entry OR gone.may_be_contacted IS NULL
                THEN CASE answer.reply WHEN 'given' THEN 'yes'
                                       WHEN 'refused' THEN 'no' WHEN 'withdrawn' THEN 'no' END
              ELSE gone.may_be_contacted END AS may_be_contacted
  FROM person
  LEFT JOIN participant_left AS gone
    ON gone.entry = (SELECT max(one.entry) FROM participant_left AS one
                     WHERE one.participant = person.participant
                       AND (one.leaving IN ('ledger', 'roster')
                            OR one.about = 'initiative:' || person.initiative))
  LEFT JOIN contact ON contact.participant = person.participant
  LEFT JOIN consent_answered AS answer ON answer.entry = contact.entry;
