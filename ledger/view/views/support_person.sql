-- Support offered and given, by each person it was meant for. `participant` is null where words say
-- whom, or where it is sealed. What is sealed opens with sealed_entry and person_field, kind_field.
CREATE VIEW support_person AS
  WITH told AS (
    SELECT 'offered' AS act, entry, initiative, occurred_at, recorded_at, provenance, independent,
           "to" AS how, to_one_person_participant AS participant,
           to_everyone_support_kind AS support_kind, to_everyone_meeting AS meeting
    FROM support_offered
    UNION ALL
    SELECT 'given', entry, initiative, occurred_at, recorded_at, provenance, independent, "to",
           to_one_person_participant, to_everyone_support_kind, to_everyone_meeting
    FROM support_given
  ), whom AS (
    SELECT entry, register, id FROM support_offered__to_everyone_whom
    UNION ALL
    SELECT entry, register, id FROM support_given__to_everyone_whom
  ), reached AS (
    SELECT entry, participant FROM told WHERE how = 'onePerson'
    UNION
    SELECT entry, id FROM whom WHERE register = 'participant'
    UNION
    SELECT whom.entry, member.participant
    FROM whom JOIN group_membership AS member ON member.group_id = whom.id
    WHERE whom.register = 'group' AND member.from_entry < whom.entry
      AND (member.until_entry IS NULL OR member.until_entry > whom.entry)
    UNION
    SELECT told.entry, who.id
    FROM told JOIN attendance_recorded AS attended ON attended.meeting = told.meeting
    JOIN attendance_recorded__people__who AS who ON who.entry = attended.entry
    WHERE told.meeting IS NOT NULL AND who.register = 'participant'
    UNION
    SELECT told.entry, NULL FROM told
    WHERE told.how = 'privately'
       OR told.how = 'everyone' AND told.meeting IS NULL
      AND NOT EXISTS (SELECT 1 FROM whom
                      WHERE whom.entry = told.entry AND whom.register IN ('participant', 'group'))
  )
  SELECT told.act, told.entry, told.initiative, reached.participant, told.how, told.support_kind,
         told.independent, told.occurred_at, told.recorded_at, told.provenance,
         opened.entry AS sealed_entry, 'to.privately.participant' AS person_field,
         'to.' || told.how || '.supportKind' AS kind_field
  FROM told
  JOIN reached ON reached.entry = told.entry
  LEFT JOIN sealed_field AS opened
    ON opened.of_entry = told.entry AND opened.field = 'to.' || told.how || '.supportKind';
