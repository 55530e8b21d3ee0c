-- What is on record of each person's pay: how much is sealed, so these are counts. A person with
-- time and no claim, or a claim and no payment, is what to look for.
CREATE VIEW payment_balance AS
  SELECT person.participant,
         (SELECT count(*) FROM time_logged AS t WHERE t.participant = person.participant) AS times,
         (SELECT count(*) FROM time_logged AS t
          WHERE t.participant = person.participant AND t.minutes_state IS NULL)
           AS times_without_minutes,
         (SELECT count(*) FROM claim_made AS c WHERE c.participant = person.participant) AS claims,
         (SELECT count(*) FROM claim_made AS c JOIN claim_answered AS a ON a.claim = c.id
          WHERE c.participant = person.participant AND a.reply IN ('approved', 'approvedInPart'))
           AS claims_approved,
         (SELECT count(*) FROM claim_made AS c JOIN claim_answered AS a ON a.claim = c.id
          WHERE c.participant = person.participant AND a.reply = 'refused') AS claims_refused,
         (SELECT count(*) FROM payment_made AS p WHERE p.participant = person.participant)
           AS payments,
         (SELECT count(*) FROM payment_confirmed AS p
          WHERE p.participant = person.participant AND p.arrival = 'came') AS payments_came,
         (SELECT count(*) FROM payment_confirmed AS p
          WHERE p.participant = person.participant AND p.arrival IN ('didNotCome', 'wrong'))
           AS payments_amiss,
         (SELECT count(*) FROM payment_form_chosen AS f WHERE f.participant = person.participant)
           AS forms_chosen
  FROM participant_current AS person;
