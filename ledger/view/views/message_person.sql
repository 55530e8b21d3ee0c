-- Every message by each participant it went to: named in it, on its list, or in a group that it
-- went to. `arrived` is a date, as the latest word on that person, on the group or on the message
-- has it; `arrival_entry` says so; `trouble_entry` says that it did not reach them. CROSS JOIN:
-- each message looks up its group, not each member all the messages after they came. Reports and
-- lists are looked up only for the messages that have one. `date` and `belongs_to` are the day and
-- the initiative of the message as entry_date and entry_initiative have them; `can_use` is what is
-- said of this person, else of the message.
CREATE VIEW message_person AS
  WITH person AS MATERIALIZED (
    SELECT entry, participant, max(group_id) AS group_id
    FROM (
      SELECT entry, id AS participant, NULL AS group_id FROM message_sent__to
      WHERE register = 'participant'
      UNION ALL
      SELECT entry, participant, NULL FROM message_sent__recipients WHERE participant IS NOT NULL
      UNION ALL
      SELECT recipient.entry, member.participant, member.group_id
      FROM message_sent__to AS recipient
      CROSS JOIN group_membership AS member ON member.group_id = recipient.id
      WHERE recipient.register = 'group' AND member.from_entry < recipient.entry
        AND (member.until_entry IS NULL OR member.until_entry > recipient.entry)
    )
    GROUP BY entry, participant
  ), message AS MATERIALIZED (
    SELECT sent.entry, sent.id, sent.what, sent.initiative, sent.stage, sent.occurred_at,
           sent.provenance, sent.arrived, sent.one_they_can_use AS can_use, happened.date,
           belongs.initiative AS belongs_to,
           EXISTS (SELECT 1 FROM delivery_reported AS report WHERE report.message = sent.id)
             AS has_report,
           EXISTS (SELECT 1 FROM message_sent__recipients AS listed
                   WHERE listed.entry = sent.entry) AS has_list
    FROM message_sent AS sent
    JOIN entry_date AS happened ON happened.entry = sent.entry
    JOIN entry_initiative AS belongs ON belongs.entry = sent.entry
  ), told AS (
  SELECT message.entry, message.id AS message, message.what, message.initiative, message.stage,
         person.participant, message.occurred_at AS sent, message.provenance,
         nullif(coalesce(
           iif(has_report, (SELECT report.arrived FROM delivery_reported AS report
            WHERE report.message = message.id AND report.participant = person.participant
              AND report.arrived IS NOT NULL ORDER BY report.entry DESC LIMIT 1), NULL),
           iif(has_list, (SELECT recipient.arrived FROM message_sent__recipients AS recipient
            WHERE recipient.entry = message.entry AND recipient.participant = person.participant
              AND recipient.arrived IS NOT NULL LIMIT 1), NULL),
           iif(has_report, (SELECT report.arrived FROM delivery_reported AS report
            JOIN delivery_reported__to AS whom ON whom.entry = report.entry
            WHERE report.message = message.id AND whom.id = person.group_id
              AND report.arrived IS NOT NULL ORDER BY report.entry DESC LIMIT 1), NULL),
           message.arrived), 'unknown') AS arrived,
         coalesce(
           iif(has_report, (SELECT max(report.entry) FROM delivery_reported AS report
            WHERE report.message = message.id AND report.participant = person.participant
              AND report.arrived IS NOT NULL), NULL),
           message.entry) AS arrival_entry,
         iif(has_report, (SELECT max(report.entry) FROM delivery_reported AS report
          WHERE report.message = message.id AND report.participant = person.participant
            AND report.trouble_state IS NOT NULL), NULL) AS trouble_entry,
         iif(has_list, (SELECT recipient.one_they_can_use FROM message_sent__recipients AS recipient
          WHERE recipient.entry = message.entry AND recipient.participant = person.participant),
             NULL) AS one_they_can_use,
         message.date, message.belongs_to, message.can_use AS message_can_use
  FROM person CROSS JOIN message ON message.entry = person.entry
  )
  SELECT entry, message, what, initiative, stage, participant, sent, provenance, arrived,
         arrival_entry, trouble_entry, one_they_can_use, date, belongs_to,
         coalesce(one_they_can_use, message_can_use) AS can_use
  FROM told;
