-- Inputs and concerns that ask for something and were not taken back.
CREATE VIEW input_asking AS
  SELECT said.* FROM input_statement AS said
  WHERE said.asks_for_something = 'yes'
    AND NOT EXISTS (SELECT 1 FROM input_revised AS gone
                    WHERE said.register = 'input' AND gone.input = said.id
                      AND gone.revision = 'withdrawn');
