-- senior_sponsor
-- Someone senior is answerable.
-- Needs: initiativeOpened, initiativeClosed, roleAssigned, roleEnded, participantLeft
-- Rule: From the day an initiative begins until it is closed, or until today, a person has the
--   role of sponsor in it, and no gap is longer than g days. The day on which a role ends counts
--   as one without it. Planned and declined roles do not count; how senior a sponsor is, nobody
--   can tell from the record.
-- Parameter g: longest gap without a sponsor; calendar days; 30
-- Nothing: notApplicable; No initiative is on record.
WITH watched(role, may_be_outside) AS MATERIALIZED (VALUES ('sponsor', 1)),
-- Shared: role_gaps
SELECT * FROM role_gap_case
