-- CRediT roles and the group's own, as printed with a credit.
CREATE VIEW credit_published_role AS
  SELECT entry, credits_nth, nth, role, degree FROM credit_published__credits__credit_roles
  UNION ALL
  SELECT entry, credits_nth, nth, coalesce(in_other_words, role), degree
  FROM credit_published__credits__local_roles;
