-- Every version of what people agreed to work by; `replaced_by` is null while it holds.
CREATE VIEW agreement_list AS
  SELECT adopted.entry, adopted.id AS agreement, adopted.version,
         adopted.id || '@' || adopted.version AS agreement_version, adopted.initiative,
         adopted.stage, adopted.agreement_kind, adopted.title, adopted.text, adopted.why,
         adopted.bias_it_brings, adopted."by", adopted.owned_by, adopted.decision,
         adopted.occurred_at, adopted.provenance,
         (SELECT group_concat(value, ', ') FROM agreement_adopted__for AS f
          WHERE f.entry = adopted.entry) AS holds_for,
         (SELECT count(*) FROM agreement_signed AS s
          WHERE s.agreement = adopted.id || '@' || adopted.version AND s.answer = 'signed')
           AS signed,
         (SELECT count(*) FROM agreement_signed AS s
          WHERE s.agreement = adopted.id || '@' || adopted.version AND s.answer = 'objected')
           AS objected,
         (SELECT min(later.id || '@' || later.version) FROM agreement_adopted AS later
          WHERE later.entry > adopted.entry
            AND (later.id = adopted.id OR later.replaces = adopted.id || '@' || adopted.version))
           AS replaced_by
  FROM agreement_adopted AS adopted;
