-- Which response answers which input or concern.
CREATE VIEW input_answer AS
  SELECT 'input' AS register, value AS id, entry FROM response_given__inputs
  UNION ALL
  SELECT 'concern', value, entry FROM response_given__concerns;
