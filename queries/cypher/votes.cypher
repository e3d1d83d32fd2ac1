MATCH (fact:Vote)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(unit)
WHERE unit.label IS NOT NULL AND agenda_item.itemNumber IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
RETURN meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title, fact.yes AS yes,
  fact.no AS no, fact.abstained AS abstained, fact.outcome AS outcome
