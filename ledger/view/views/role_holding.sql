-- Who had which role, where, and from which entry up to which: one row for each piece of "who"
-- (a participant, group or organisation, people outside, or the source's words).
CREATE VIEW role_holding AS
  SELECT assigned.entry, assigned.role, assigned.in_other_words, assigned.within_register,
         assigned.within_id, assigned.standing, assigned."as" AS as_expertise,
         assigned.reply, assigned.paid_time, assigned."from" AS since, assigned."until" AS until_said,
         assigned.provenance, holder.nth, holder.register, holder.id, holder.description,
         holder.how_many, holder.how_many_min, holder.words,
         (SELECT min(ended.entry)
          FROM role_ended AS ended
          JOIN role_ended__who AS who ON who.entry = ended.entry
          WHERE ended.entry > assigned.entry AND ended.role = assigned.role
            AND ended.within IS assigned.within
            AND ended.in_other_words IS assigned.in_other_words
            AND who.register = holder.register AND who.id = holder.id) AS ended_entry
  FROM role_assigned AS assigned
  LEFT JOIN role_assigned__who AS holder ON holder.entry = assigned.entry;
