-- Consent that one entry gave or refused for a whole room; who said what stays sealed.
CREATE VIEW consent_room AS
  SELECT answered.entry, answered.room, answered.provenance,
         (SELECT group_concat(value, ', ') FROM consent_answered__scopes AS s
          WHERE s.entry = answered.entry) AS scopes,
         (SELECT group_concat(value, ', ') FROM consent_answered__covers_these AS c
          WHERE c.entry = answered.entry) AS covers
  FROM consent_answered AS answered WHERE answered.room IS NOT NULL;
