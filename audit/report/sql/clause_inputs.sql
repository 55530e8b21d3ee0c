-- What checks of clauses are given as JSON, and the claims whose own query tells the figure.

-- :queries
SELECT claim.entry, claim.basis_query AS query, value.nth, value.figure, value.figure_unscaled,
       value.figure_places, value.money, value.money_minor, value.rounding,
       value.rounded_to_unscaled, value.rounded_to_places,
       (SELECT count(*) FROM claim_published__values AS v WHERE v.entry = claim.entry)
           AS values_stated
FROM claim_published AS claim JOIN claim_published__values AS value USING (entry)
WHERE claim.basis_query IS NOT NULL AND (value.figure IS NOT NULL OR value.money IS NOT NULL)
ORDER BY claim.entry, value.nth

-- :claim
SELECT json_object('entry', :entry, 'nth', :nth, 'verdict', :verdict, 'found', :found, 'why', :why,
                   'sealed', :sealed) AS text

-- :report
SELECT json_object('report', :report, 'made', :made, 'k', :k, 'held', :held, 'shown', :shown,
                   'smallest', :smallest, 'sealed', :sealed) AS text
