-- Every message by each participant it went to: named in it, on its list, or in a group that it
-- went to. `arrived` is a date, as the latest word on that person, on the group or on the message
-- has it; `arrival_entry` says so; `trouble_entry` says that it did not reach them. CROSS JOIN:
-- each message looks up its group, not each member all the messages after they came.
CREATE VIEW message_person AS
  WITH addressed AS (
    SELECT entry, id AS participant, NULL AS group_id FROM message_sent__to
    WHERE register = 'participant'
    UNION
    SELECT entry, participant, NULL FROM message_sent__recipients WHERE participant IS NOT NULL
    UNION
    SELECT recipient.entry, member.participant, member.group_id
    FROM message_sent__to AS recipient
    CROSS JOIN group_membership AS member ON member.group_id = recipient.id
    WHERE recipient.register = 'group' AND member.from_entry < recipient.entry
      AND (member.until_entry IS NULL OR member.until_entry > recipient.entry)
  ), person AS (
    SELECT entry, participant, max(group_id) AS group_id FROM addressed GROUP BY entry, participant
  )
  SELECT message.entry, message.id AS message, message.what, message.initiative, message.stage,
         person.participant, message.occurred_at AS sent, message.provenance,
         nullif(coalesce(
           (SELECT report.arrived FROM delivery_reported AS report
            WHERE report.message = message.id AND report.participant = person.participant
              AND report.arrived IS NOT NULL ORDER BY report.entry DESC LIMIT 1),
           (SELECT recipient.arrived FROM message_sent__recipients AS recipient
            WHERE recipient.entry = message.entry AND recipient.participant = person.participant
              AND recipient.arrived IS NOT NULL LIMIT 1),
           (SELECT report.arrived FROM delivery_reported AS report
            JOIN delivery_reported__to AS whom ON whom.entry = report.entry
            WHERE report.message = message.id AND whom.id = person.group_id
              AND report.arrived IS NOT NULL ORDER BY report.entry DESC LIMIT 1),
           message.arrived), 'unknown') AS arrived,
         coalesce(
           (SELECT max(report.entry) FROM delivery_reported AS report
            WHERE report.message = message.id AND report.participant = person.participant
              AND report.arrived IS NOT NULL),
           message.entry) AS arrival_entry,
         (SELECT max(report.entry) FROM delivery_reported AS report
          WHERE report.message = message.id AND report.participant = person.participant
            AND report.trouble_state IS NOT NULL) AS trouble_entry,
         (SELECT recipient.one_they_can_use FROM message_sent__recipients AS recipient
          WHERE recipient.entry = message.entry AND recipient.participant = person.participant)
           AS one_they_can_use
  FROM message_sent AS message JOIN person ON person.entry = message.entry;
