-- How many records of pay there are at all: none is said to be none, never zero pounds.
CREATE VIEW payment_record_count AS
  SELECT (SELECT count(*) FROM rate_set) AS rates,
         (SELECT count(*) FROM payment_offered) AS offers,
         (SELECT count(*) FROM time_logged) AS times,
         (SELECT count(*) FROM claim_made) AS claims,
         (SELECT count(*) FROM payment_made) AS payments,
         (SELECT count(*) FROM payment_confirmed) AS confirmations;
