-- agenda_open_to_experts
-- People with lived experience can put things on the agenda.
-- Needs: messageSent, agendaItemProposed, agendaItemSettled
-- Rule: NOT WRITTEN YET
-- Parameter w: meetings in a row that are looked at together; meetings; 3
-- Nothing: unknown; This check is not written yet.; messageSent
SELECT NULL AS verdict, NULL AS about, NULL AS person, NULL AS initiative, NULL AS day, NULL AS says,
       NULL AS entries, NULL AS missing WHERE 0
