-- Meetings whose people agreed not to say yet who brings which expertise: the rule is for the
-- meeting, its initiative or its stage, and its time has not surely come by the last entry.
CREATE VIEW expertise_unsaid AS
  SELECT DISTINCT meeting.meeting
  FROM agreement_adopted AS rule
  JOIN agreement_adopted__for AS room ON room.entry = rule.entry
  JOIN meeting_list AS meeting
    ON room.value IN ('meeting:' || meeting.meeting, 'initiative:' || meeting.initiative,
                      'stage:' || meeting.stage)
  WHERE rule.roles_unsaid_until IS NOT NULL
    AND coalesce(rule.roles_unsaid_until_last, 9e18) > (SELECT max(recorded_at) FROM entry);
