-- reading_kept_manageable
-- Reading is kept manageable.
-- Needs: messageSent
-- Rule: For each meeting and each sign-off round, the papers that people are asked to read come to
--   at most p pages in all. A paper that came with a summary of at most s pages does not count; if
--   nobody may then ask for the full version, the clause is kept in form only. A paper that nobody
--   says is optional counts, and one sent to several people counts once.
-- Parameter p: required reading for one meeting or sign-off; pages; 25
-- Parameter s: length of a summary that makes up for more; pages; 2
-- Nothing: notApplicable; No papers were sent for a meeting or a sign-off.
WITH required AS MATERIALIZED (
  SELECT about.value AS subject, about.value_register AS register, about.value_id AS id,
         coalesce(paper.title, paper.version, paper.document, paper.entry || '.' || paper.nth)
           AS paper,
         min(paper.entry) AS first_entry, max(paper.entry) AS entry,
         max(paper.pages_min) AS least, max(paper.pages_max) AS most,
         max(paper.pages_max IS NULL) AS is_open,
         min(coalesce(paper.summary_pages_max <= :s, 0)) AS has_summary,
         max(paper.full_version_on_offer IS 'no') AS not_whole
  FROM message_sent AS message
  JOIN message_sent__what_papers_documents AS paper
    ON paper.entry = message.entry AND paper.required IS NOT 'no'
  JOIN message_sent__about AS about
    ON about.entry = message.entry AND +about.value_register IN ('meeting', 'round')
  WHERE message.what = 'papers'
  GROUP BY about.value, paper
), pack AS (
  SELECT subject, register, id, group_concat(DISTINCT entry) AS entries, min(entry) AS entry,
         count(*) AS papers, count(*) FILTER (WHERE has_summary) AS summarised,
         coalesce(sum(least) FILTER (WHERE NOT has_summary), 0) AS least,
         coalesce(sum(most) FILTER (WHERE NOT has_summary), 0) AS most,
         coalesce(max(is_open) FILTER (WHERE NOT has_summary), 0) AS is_open,
         coalesce(sum(most), 0) AS in_all,
         coalesce(max(not_whole) FILTER (WHERE has_summary), 0) AS not_whole
  FROM required GROUP BY subject
)
SELECT CASE WHEN pack.least > :p THEN 'fail'
            WHEN pack.is_open OR pack.most > :p THEN 'unknown'
            WHEN pack.in_all > :p AND pack.not_whole THEN 'weak'
            ELSE 'pass' END AS verdict,
       pack.subject AS about, NULL AS person,
       coalesce(meeting.initiative, belongs.initiative) AS initiative,
       coalesce(first_day(meeting.date), first_day(happened.date)) AS day,
       format('%d paper%s to read for %s: %s page%s without a short summary%s; at most %s '
              || 'promised.', pack.papers, iif(pack.papers = 1, '', 's'), pack.subject,
              iif(pack.is_open, format('at least %d', pack.least), pack.most),
              iif(pack.most = 1 AND NOT pack.is_open, '', 's'),
              iif(pack.summarised = 0, '',
                  format(' (%d with one%s)', pack.summarised,
                         iif(pack.not_whole, ', the full version not on offer', ''))),
                         count_text(:p, 'was', 'were')) AS says,
       pack.entries, 'messageSent' AS missing
FROM pack
JOIN entry_initiative AS belongs ON belongs.entry = pack.entry
JOIN entry_date AS happened ON happened.entry = pack.entry
LEFT JOIN meeting_day AS meeting ON pack.register = 'meeting' AND meeting.meeting = pack.id
