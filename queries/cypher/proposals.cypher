MATCH (fact:DecisionPoint)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(unit)
WHERE fact.proposedToText IS NOT NULL AND fact.text IS NOT NULL AND agenda_item.itemNumber IS NOT NULL AND unit.label IS NOT NULL
  AND ($text IS NULL OR any(key IN fact.textKey WHERE key CONTAINS $text)
    OR any(key IN agenda_item.itemKey WHERE key CONTAINS $text))
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
OPTIONAL MATCH (fact)-[:PROPOSED_TO]->(higher)
RETURN DISTINCT meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title,
  coalesce(higher.label, fact.proposedToText) AS proposed_to, fact.text AS proposal
