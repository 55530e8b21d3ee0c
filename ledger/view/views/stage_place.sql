-- Which stage and which initiative (`of`, as a level is declared of it) each entry belongs to: as
-- it says, as its meeting or matter says, or what a message is about.
CREATE VIEW stage_place AS
  SELECT entry, 'stage:' || stage AS "of" FROM entry WHERE stage IS NOT NULL
  UNION
  SELECT entry, 'initiative:' || initiative FROM entry WHERE initiative IS NOT NULL
  UNION
  SELECT entry.entry, 'initiative:' || opened.about
  FROM entry JOIN stage_opened AS opened ON opened.id = entry.stage
  WHERE opened.about IS NOT NULL
  UNION
  SELECT said.entry, 'stage:' || meeting.stage
  FROM (SELECT entry, meeting, stage FROM input_received
        UNION ALL SELECT entry, meeting, stage FROM action_opened) AS said
  JOIN meeting_scheduled AS meeting ON meeting.id = said.meeting
  WHERE said.stage IS NULL AND meeting.stage IS NOT NULL
  UNION
  SELECT entry, 'stage:' || stage FROM decision_seat WHERE stage IS NOT NULL
  UNION
  SELECT entry, 'initiative:' || initiative FROM decision_seat WHERE initiative IS NOT NULL
  UNION
  SELECT entry, value FROM message_sent__about WHERE value_register IN ('stage', 'initiative');
