-- Sign-off
-- Who was asked to sign which version and how each kind of expertise answered: silence is no yes,
-- an objection stays, and going on over one names the decision. A later version needs its own.
WITH seat AS (
  SELECT round_entry, round, coalesce(expertise, 'not recorded') AS expertise, count(*) AS asked,
         sum(answer IS 'assent') AS assent, sum(answer IS 'assentWithReservations') AS reservations,
         sum(answer IS 'assentIf') AS condition, sum(answer IS 'dissent') AS dissent,
         sum(answer IS 'abstain') AS abstain, sum(answer IS NULL) AS silent,
         sum(had_left IS 'yes') AS had_left
  FROM sign_off_seat GROUP BY round, expertise
)
SELECT opened.entry, opened.id AS "Round", opened.version AS "Version",
       seat.expertise AS "Expertise:word", seat.asked AS "Asked", seat.assent AS "Yes",
       seat.reservations AS "Yes, with reservations", seat.condition AS "Yes, on a condition",
       seat.dissent AS "No", seat.abstain AS "Abstained", seat.silent AS "No answer",
       seat.had_left AS "Had left",
       iif(closed.entry IS NULL, 'still open', closed.result) AS "Result:word",
       coalesce(closed.went_on_over, 'nothing recorded') AS "Went on over objections by",
       (SELECT replace(deciders, '; ', ', ') FROM decision_summary AS d
        WHERE d.decision = closed.went_on_over)
         AS "Who decided that:who",
       coalesce((SELECT group_concat(later.work_version, ', ') FROM work_versions AS later
                 JOIN version_made AS signed
                   ON signed.work || '@' || signed.version = opened.version
                 WHERE later.work = signed.work AND later.entry > signed.entry), 'none')
         AS "Later versions, not signed by this"
FROM sign_off_opened AS opened
LEFT JOIN seat ON seat.round = opened.id
LEFT JOIN sign_off_closed AS closed
  ON closed.entry = (SELECT max(c.entry) FROM sign_off_closed AS c WHERE c.round = opened.id)
WHERE :initiative IS NULL OR opened.initiative = :initiative
UNION ALL
SELECT told.entry, 'no round on record', told.version, told.as_expertise,
       coalesce(told.as_told, told.group_id || ', told as one'), iif(told.answer = 'assent', 1, 0),
       iif(told.answer = 'assentWithReservations', 1, 0), iif(told.answer = 'assentIf', 1, 0),
       iif(told.answer = 'dissent', 1, 0), iif(told.answer = 'abstain', 1, 0), NULL, NULL,
       'told, not counted', 'nothing recorded', NULL, NULL
FROM sign_off_roll AS told JOIN entry ON entry.entry = told.entry
WHERE told.round IS NULL AND (:initiative IS NULL OR entry.initiative = :initiative)
ORDER BY 1
