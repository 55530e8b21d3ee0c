-- choice(entry, participant, form, since, until): each person's choices of how to be paid, and from
-- which day to which they hold. The form is null for whoever may not open it.
choice AS MATERIALIZED (
  SELECT choice.entry, choice.participant, reveal(opened.entry, 'form') AS form,
         coalesce(first_day(choice."from"), last_day(choice.occurred_at),
                  choice.recorded_at / 86400) AS since,
         coalesce(last_day(choice."until"), 9999999) AS until
  FROM payment_form_chosen AS choice
  JOIN sealed_field AS opened ON opened.of_entry = choice.entry AND opened.field = 'form'
)
