-- Groups that somebody with lived experience was ever in.
CREATE VIEW expert_group AS
  SELECT DISTINCT member.group_id
  FROM group_membership AS member JOIN lived_expert USING (participant);
