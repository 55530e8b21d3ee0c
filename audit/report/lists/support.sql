-- Support
-- What was offered and given to everyone, and how often to one person. For one person it is only
-- counted: what it was is private.
SELECT offer.entry, 'offered' AS "What", 'everyone' AS "To",
       coalesce(offer.to_everyone_whom, 'meeting ' || offer.to_everyone_meeting) AS "Where:who",
       offer.to_everyone_support_kind AS "Kind:word", offer."by" AS "By:who",
       offer.independent AS "Independent:word", '1' AS "Times:few"
FROM support_offered AS offer
WHERE offer."to" = 'everyone' AND (:initiative IS NULL OR offer.initiative = :initiative)
UNION ALL
SELECT given.entry, 'given', 'everyone',
       coalesce(given.to_everyone_whom, 'meeting ' || given.to_everyone_meeting),
       given.to_everyone_support_kind, given."by", given.independent, '1'
FROM support_given AS given
WHERE given."to" = 'everyone' AND (:initiative IS NULL OR given.initiative = :initiative)
UNION ALL
SELECT NULL, 'offered', 'one person', 'private', 'private', 'private', 'private', count(*)
FROM support_offered AS offer
WHERE offer."to" IN ('onePerson', 'privately')
  AND (:initiative IS NULL OR offer.initiative = :initiative)
HAVING count(*) > 0
UNION ALL
SELECT NULL, 'given', 'one person', 'private', 'private', 'private', 'private', count(*)
FROM support_given AS given
WHERE given."to" IN ('onePerson', 'privately')
  AND (:initiative IS NULL OR given.initiative = :initiative)
HAVING count(*) > 0
