MATCH (fact:Appointment)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)
WHERE agenda_item.itemNumber IS NOT NULL
  AND ($person IS NULL OR any(key IN fact.nameKey WHERE key CONTAINS $person)
    OR EXISTS { MATCH (fact)-[:APPOINTEE]->(named) WHERE any(key IN named.searchKey WHERE key CONTAINS $person) })
  AND ($body IS NULL
    OR EXISTS { MATCH (fact)-[:TO_BODY]->(there) WHERE any(key IN there.searchKey WHERE key CONTAINS $body) }
    OR EXISTS { MATCH (meeting)-[:HELD_BY]->(here) WHERE any(key IN here.searchKey WHERE key CONTAINS $body) }
    OR EXISTS { MATCH (meeting)-[:HELD_BY]->()-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH fact, agenda_item, meeting, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH fact, agenda_item, meeting, codes + coalesce(fact.roleText, []) AS roles
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS role
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
OPTIONAL MATCH (fact)-[:TO_BODY]->(to_body)
OPTIONAL MATCH (fact)-[:APPOINTEE]->(who)
RETURN DISTINCT meeting.date AS date, unit.label AS appointed_by, agenda_item.itemNumber AS item,
  coalesce(who.label, fact.appointeeText) AS person, role, to_body.label AS body, fact.since AS since, fact.until AS until
