-- Every message: what it was, to whom, and what is known of its arrival. `arrived` is what the
-- message itself or a later report says; trouble with one person is sealed and only counted.
CREATE VIEW message_delivery AS
  SELECT message.entry, message.id AS message, message.initiative, message.stage, message.what,
         message."by" AS sent_by, message."to", message.how, message.one_they_can_use,
         message.summary, message.occurred_at AS sent, message.arrived, message.provenance,
         (SELECT group_concat(value, ', ') FROM message_sent__about AS a
          WHERE a.entry = message.entry) AS about,
         (SELECT count(*) FROM message_sent__recipients AS r
          WHERE r.entry = message.entry) AS recipients,
         (SELECT count(*) FROM delivery_reported AS d
          WHERE d.message = message.id AND d.arrived IS NOT NULL) AS arrivals_reported,
         (SELECT count(*) FROM delivery_reported AS d
          WHERE d.message = message.id
            AND (d.trouble_state IS NOT NULL OR d.not_arrived_why IS NOT NULL)) AS trouble_reported,
         (SELECT max(n.days_before) FROM notice_given AS n WHERE n.entry = message.entry)
           AS days_before_meeting
  FROM message_sent AS message;
