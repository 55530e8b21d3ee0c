-- Whether a participant is credited by name anywhere: people who are not named stay in the count.
CREATE VIEW person_naming AS
  SELECT person.participant, person.expertise,
         EXISTS (SELECT 1 FROM credit_roll AS credit
                 WHERE credit.register = 'participant' AND credit.id = person.participant
                   AND credit.form IN ('fullName', 'chosenName')) AS named,
         EXISTS (SELECT 1 FROM credit_chosen AS chosen
                 WHERE chosen.participant = person.participant) AS choice_on_record
  FROM participant_current AS person;
