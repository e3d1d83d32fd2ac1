MATCH (fact:DecisionPoint)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)
WHERE fact.text IS NOT NULL AND agenda_item.itemNumber IS NOT NULL
  AND ($text IS NULL OR any(key IN fact.textKey WHERE key CONTAINS $text)
    OR any(key IN agenda_item.itemKey WHERE key CONTAINS $text))
  AND ($since IS NULL OR meeting.date >= $since)
  AND ($until IS NULL OR meeting.date <= $until)
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
WITH fact, agenda_item, meeting, unit
WHERE $body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
  OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) }
RETURN DISTINCT meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title,
  fact.number AS point, fact.text AS decision
