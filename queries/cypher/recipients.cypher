MATCH (there)<-[:SENT_TO]-(agenda_item:AgendaItem)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(unit)
WHERE there.label IS NOT NULL AND unit.label IS NOT NULL
  AND ($recipient IS NULL OR any(key IN there.searchKey WHERE key CONTAINS $recipient))
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
WITH there.label AS recipient, unit, count(DISTINCT agenda_item.iri) AS items, min(meeting.date) AS first, max(meeting.date) AS last
RETURN recipient, unit.label AS body, items, first, last
