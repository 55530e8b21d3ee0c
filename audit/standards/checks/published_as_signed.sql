-- published_as_signed
-- What was signed is what was published.
-- Needs: signOffOpened, signOffClosed, workPublished, versionMade
-- Rule: NOT WRITTEN YET
-- Parameter n: from the later version to the new round; calendar days; 14
-- Nothing: unknown; This check is not written yet.; signOffOpened
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
