MATCH (fact:Reservation)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(unit)
MATCH (fact)-[:PERSON]->(who)
MATCH (fact)-[:RESERVATION_KIND]->(stated)
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL AND agenda_item.itemNumber IS NOT NULL
  AND ($person IS NULL OR any(key IN who.searchKey WHERE key CONTAINS $person))
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
OPTIONAL MATCH (who)<-[:HAD_PARTICIPANT_PERSON]-(seat:Attendance)-[:PARTY]->(belongs)
WHERE (seat)-[:AT_MEETING]->(meeting)
RETURN DISTINCT meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title,
  last(split(stated.iri, '/')) AS kind, who.label AS person, belongs.abbreviation AS party
