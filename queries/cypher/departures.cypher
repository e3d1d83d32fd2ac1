MATCH (fact)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)
WHERE (fact:Departure OR fact:Vacancy) AND agenda_item.itemNumber IS NOT NULL
  AND ($since IS NULL OR meeting.date >= $since)
  AND ($until IS NULL OR meeting.date <= $until)
OPTIONAL MATCH (fact)-[:FROM_BODY|POST_IN]->(unit)
WITH fact, agenda_item, meeting, unit
WHERE $body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
  OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) }
OPTIONAL MATCH (meeting)-[:HELD_BY]->(decider)
OPTIONAL MATCH (fact)-[:DEPARTURE_KIND]->(stated_kind)
OPTIONAL MATCH (fact)-[:DEPARTS]->(gone)
OPTIONAL MATCH (fact)-[:PARTY|SEAT_PARTY]->(belongs)
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH fact, agenda_item, meeting, unit, decider, stated_kind, gone, belongs, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH fact, agenda_item, meeting, unit, decider, stated_kind, gone, belongs, codes + coalesce(fact.roleText, []) AS roles
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS role
RETURN DISTINCT meeting.date AS date, decider.label AS decided_by, agenda_item.itemNumber AS item,
  CASE WHEN fact:Vacancy THEN 'vacant' ELSE last(split(stated_kind.iri, '/')) END AS kind,
  coalesce(gone.label, fact.departsText) AS person, role, unit.label AS body, belongs.abbreviation AS party
