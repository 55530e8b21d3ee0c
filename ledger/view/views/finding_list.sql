-- What later readers noticed, with how many sides and figures each has and whether anybody
-- answered.
CREATE VIEW finding_list AS
  SELECT finding.entry, finding.id AS finding, finding.initiative, finding.finding_kind,
         finding.text, finding.text_state, finding.private_text_state, finding.workings,
         finding.severity, finding."by", finding.participant, finding.provenance,
         (SELECT count(*) FROM finding_raised__sides AS s
          WHERE s.entry = finding.entry) AS sides,
         (SELECT count(*) FROM finding_raised__figures AS f
          WHERE f.entry = finding.entry) AS figures,
         (SELECT group_concat(value, ', ') FROM finding_raised__about AS a
          WHERE a.entry = finding.entry) AS about,
         (SELECT min(a.entry) FROM answer_given__to AS a
          WHERE a.value = 'finding:' || finding.id) AS answer_entry
  FROM finding_raised AS finding;
