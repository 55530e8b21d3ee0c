-- From which entry up to, not with, which each participant held lived experience; null: still.
CREATE VIEW lived_held AS
  SELECT participant, from_entry, until_entry, provenance
  FROM participant_expertise WHERE expertise = 'livedExperience';
