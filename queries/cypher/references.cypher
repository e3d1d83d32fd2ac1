MATCH (fact:Reference)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(unit)
WHERE fact.text IS NOT NULL AND agenda_item.itemNumber IS NOT NULL AND unit.label IS NOT NULL
  AND ($text IS NULL OR any(key IN fact.textKey WHERE key CONTAINS $text)
    OR any(key IN agenda_item.itemKey WHERE key CONTAINS $text))
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
OPTIONAL MATCH (fact)-[:REFERENCE_KIND]->(stated)
RETURN DISTINCT meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title,
  last(split(stated.iri, '/')) AS kind, fact.text AS reference, fact.citedDate AS cited_date
