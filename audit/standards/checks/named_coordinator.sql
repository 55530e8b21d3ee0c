-- named_coordinator
-- There is always a named coordinator people can reach.
-- Needs: initiativeOpened, initiativeClosed, roleAssigned, roleEnded, participantLeft
-- Rule: From the day an initiative begins until it is closed, or until today, somebody on the
--   register has the role of coordinator in it, and no gap is longer than g days. The day on
--   which a role ends counts as one without it. Planned and declined roles do not count.
-- Parameter g: longest gap without a coordinator; calendar days; 14
-- Nothing: notApplicable; No initiative is on record.
WITH watched(role, may_be_outside) AS MATERIALIZED (VALUES ('coordinator', 0)),
-- Shared: role_gaps
SELECT * FROM role_gap_case
