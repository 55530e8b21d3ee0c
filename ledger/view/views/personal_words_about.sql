-- What the words of personal_words are about, as far as a consent can name it.
CREATE VIEW personal_words_about AS
  SELECT entry, 'input:' || id AS target FROM input_received
  UNION SELECT entry, 'meeting:' || meeting FROM input_received WHERE meeting IS NOT NULL
  UNION SELECT entry, about.value FROM input_received__about AS about
  UNION SELECT entry, 'input:' || input FROM input_revised
  UNION SELECT revised.entry, 'meeting:' || said.meeting
        FROM input_revised AS revised JOIN input_received AS said ON said.id = revised.input
        WHERE said.meeting IS NOT NULL
  UNION SELECT entry, about FROM dissent_list WHERE about IS NOT NULL
  UNION SELECT entry, 'work:' || work FROM sign_off_roll WHERE work IS NOT NULL
  UNION SELECT entry, 'round:' || round FROM sign_off_roll WHERE round IS NOT NULL
  UNION SELECT entry, 'matter:' || matter FROM position_recorded WHERE matter IS NOT NULL
  UNION SELECT entry, 'decision:' || decision FROM position_recorded WHERE decision IS NOT NULL
  UNION SELECT entry, 'initiative:' || initiative FROM entry WHERE initiative IS NOT NULL
  UNION SELECT entry, 'stage:' || stage FROM entry WHERE stage IS NOT NULL;
