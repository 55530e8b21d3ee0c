-- Following a record backwards and forwards.

-- :registering
SELECT coalesce((SELECT min(entry) FROM mention
                 WHERE register = :register AND id = :id AND registers = 1),
                (SELECT min(entry) FROM entry WHERE :register = 'entry' AND statement_id = :id))
       AS entry

-- :names
-- What an entry names, but for the ids that it gives out itself.
-- "follow" what it came of or was made from, whatever that is.
SELECT mention.register, mention.id, field = 'causedBy'
         OR mention.register = 'workVersion'
            AND (field LIKE 'fromVersions%' OR field = 'version' AND entry.kind = 'signOffOpened')
         AS follow
FROM mention JOIN entry USING (entry)
WHERE entry = :entry AND registers = 0 AND (joins = 1 OR field = 'causedBy')
ORDER BY mention.rowid

-- :named_by
-- "follow" where the entry says itself that it came of this.
SELECT mention.entry, entry.kind, entry.register, entry.id, entry.statement_id,
       max(mention.field = 'causedBy') AS follow
FROM mention JOIN entry USING (entry)
WHERE mention.register = :register AND mention.id = :id AND mention.registers = 0
  AND (mention.joins = 1 OR mention.field = 'causedBy')
GROUP BY mention.entry
ORDER BY mention.entry

-- :step
SELECT entry.entry, entry.kind, entry.register, entry.id, entry.statement_id, told.words
FROM entry JOIN entry_words AS told ON told.entry = entry.entry
WHERE entry.entry = :entry

-- :who
-- Who is told to have had a part in an entry, and in what way.
SELECT 'Said by' AS label, coalesce("from", participant) AS who FROM input_received
WHERE entry = :entry
UNION ALL SELECT 'Raised by', raised_by_description FROM concern_raised WHERE entry = :entry
UNION ALL SELECT 'Revised by', coalesce("by", participant) FROM input_revised WHERE entry = :entry
UNION ALL SELECT 'Answered by', "by" FROM response_given WHERE entry = :entry
UNION ALL SELECT 'Raised by', raised_by FROM matter_raised WHERE entry = :entry
UNION ALL SELECT 'Proposed by', "by" FROM option_proposed WHERE entry = :entry
UNION ALL SELECT 'Changed by', "by" FROM change_made WHERE entry = :entry
UNION ALL SELECT 'Drafted by', drafted_by FROM version_made WHERE entry = :entry
UNION ALL SELECT 'Published by', "by" FROM work_published WHERE entry = :entry
UNION ALL SELECT 'Promised by', "by" FROM promise_made WHERE entry = :entry
UNION ALL SELECT 'To be done by', "to" FROM action_opened WHERE entry = :entry
UNION ALL SELECT 'Reason given by', "by" FROM rationale_shared WHERE entry = :entry
UNION ALL SELECT 'Concluded by', "by" FROM conclusion_drawn WHERE entry = :entry
UNION ALL SELECT 'Done by', "by" FROM analysis_done WHERE entry = :entry
UNION ALL SELECT 'Sent by', "by" FROM message_sent WHERE entry = :entry
UNION ALL SELECT 'Signed by', coalesce('group:' || "group", participant) FROM sign_off_given
          WHERE entry = :entry
UNION ALL SELECT 'Noticed by', "by" FROM finding_raised WHERE entry = :entry

-- :reasons
-- What an entry itself gives as its reason, result or state.
SELECT 'Because' AS label, reason AS words FROM response_given WHERE entry = :entry
UNION ALL SELECT 'What became of it', disposition FROM response_given WHERE entry = :entry
UNION ALL SELECT 'Because', why FROM decision_made WHERE entry = :entry
UNION ALL SELECT 'Because', why FROM matter_left_open WHERE entry = :entry
UNION ALL SELECT 'Result', result FROM matter_left_open WHERE entry = :entry
UNION ALL SELECT 'In version', version FROM change_made WHERE entry = :entry
UNION ALL SELECT 'Version', version FROM work_published WHERE entry = :entry
UNION ALL SELECT 'State', state FROM promise_updated WHERE entry = :entry
UNION ALL SELECT 'State', state FROM action_updated WHERE entry = :entry
UNION ALL SELECT 'Verdict', verdict FROM response_judged WHERE entry = :entry
UNION ALL SELECT 'Stance', stance FROM position_recorded WHERE entry = :entry
UNION ALL SELECT 'Answer', answer FROM sign_off_given WHERE entry = :entry
UNION ALL SELECT 'As told', as_told FROM sign_off_given WHERE entry = :entry
-- What stands in another ledger, or in none, cannot be followed from here.
UNION ALL SELECT 'Made from, outside this ledger',
                 coalesce(work || coalesce(' (' || title || ')', ''), title, 'a work not named')
                 || coalesce(', in the ledger ' || ledger, '')
          FROM version_made__from_outside WHERE entry = :entry

-- :dissent_on
SELECT entry FROM dissent_list WHERE about IN (:about, :matter) ORDER BY entry

-- :matter_of
SELECT matter FROM decision_made WHERE id = :id
