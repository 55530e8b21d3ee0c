-- Sign-off
-- Who was asked to sign which version, and how each expertise answered. Silence is no yes, an
-- objection stays, and going on over one names the decision; a later version needs its own.
WITH answer AS (
  SELECT opened.entry, opened.id AS round, opened.version, seat.expertise, 1 AS asked,
         seat.answer, seat.had_left, iif(seat.had_left = 'yes', 'had left', NULL) AS remark
  FROM sign_off_opened AS opened LEFT JOIN sign_off_seat AS seat ON seat.round = opened.id
  WHERE :initiative IS NULL OR opened.initiative = :initiative
  UNION ALL
  SELECT told.entry, 'no round on record', told.version,
         coalesce(told.as_expertise,
                  (SELECT group_concat(expertise, ', ') FROM participant_expertise AS held
                   WHERE held.participant = told.participant AND held.from_entry < told.entry
                     AND (held.until_entry IS NULL OR held.until_entry > told.entry))),
         NULL, told.answer, NULL,
         iif(told.form = 'collective', coalesce('"' || told.as_told || '"', 'told of a group'),
             'one person, outside a round')
  FROM sign_off_roll AS told JOIN entry ON entry.entry = told.entry
  WHERE told.round IS NULL AND (:initiative IS NULL OR entry.initiative = :initiative)
)
SELECT answer.entry, answer.round AS "Round", answer.version AS "Version",
       answer.expertise AS "Expertise:word", sum(answer.asked) AS "Asked",
       sum(answer.answer IS 'assent') AS "Yes",
       sum(answer.answer IS 'assentWithReservations') AS "Yes, with reservations",
       sum(answer.answer IS 'assentIf') AS "Yes, on a condition",
       sum(answer.answer IS 'dissent') AS "No", sum(answer.answer IS 'abstain') AS "Abstained",
       sum(answer.answer IS NULL) AS "No answer", sum(answer.had_left IS 'yes') AS "Had left",
       coalesce(closed.result, iif(answer.round LIKE 'no %', 'not counted in a round',
                                   iif(closed.entry IS NULL, 'still open',
                                       'closed, result not recorded'))) AS "Result:word",
       coalesce(closed.went_on_over, 'no decision on record') AS "Went on over objections by",
       coalesce((SELECT replace(deciders, '; ', ', ') FROM decision_summary AS decision
                 WHERE decision.decision = closed.went_on_over),
                iif(closed.went_on_over IS NULL, 'nobody', NULL)) AS "Who decided that:who",
       coalesce((SELECT group_concat(later.work_version, ', ') FROM work_versions AS later
                 JOIN version_made AS signed
                   ON signed.work || '@' || signed.version = answer.version
                 WHERE later.work = signed.work AND later.entry > signed.entry), 'none')
         AS "Later versions, not signed by this",
       coalesce(min(answer.remark), 'none') AS "Remark"
FROM answer
LEFT JOIN sign_off_closed AS closed
  ON closed.entry = (SELECT max(c.entry) FROM sign_off_closed AS c WHERE c.round = answer.round)
GROUP BY answer.entry, answer.expertise
ORDER BY answer.entry, answer.expertise
