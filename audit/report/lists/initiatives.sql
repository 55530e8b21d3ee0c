-- Initiatives
-- Each exercise: who runs it, how it ended, and what people are still owed. One that ended with
-- nothing said about that stands as it is.
SELECT list.entry, list.initiative || coalesce(': ' || list.title, '') AS "Exercise",
       'organisation:' || list.lead_organisation AS "Run by:who",
       coalesce(list.question, list.why) AS "Question", list.level AS "Level declared:word",
       iif(list.closed_entry IS NULL, 'goingOn', coalesce(list.closed_how, 'ended'))
         AS "State:word",
       closed.why AS "Why",
       CASE WHEN list.closed_entry IS NULL THEN 'goes on'
            ELSE (SELECT group_concat(value, ', ') FROM initiative_closed__still_owed AS owed
                  WHERE owed.entry = list.closed_entry) END AS "Still owed:record",
       closed.still_owed_in_words AS "And in words",
       closed.records_kept_by AS "Records kept by:who"
FROM initiative_list AS list
LEFT JOIN initiative_closed AS closed ON closed.entry = list.closed_entry
WHERE :initiative IS NULL OR list.initiative = :initiative
ORDER BY list.closed_entry IS NOT NULL, list.entry
