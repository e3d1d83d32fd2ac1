MATCH (unit)<-[:HELD_BY]-(held:Meeting)
WHERE unit.label IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
  AND ($since IS NULL OR held.date >= $since)
  AND ($until IS NULL OR held.date <= $until)
OPTIONAL MATCH (held)<-[:OF_MEETING]-(agenda_item:AgendaItem)
OPTIONAL MATCH (agenda_item)<-[:OF_ITEM]-(point:DecisionPoint)
WITH unit, held, count(DISTINCT agenda_item.iri) AS items, count(DISTINCT point.iri) AS decisions
OPTIONAL MATCH (held)<-[:AT_MEETING]-(fact:Attendance)
RETURN held.date AS date, unit.label AS body, held.meetingNumber AS number, held.place AS place, items, decisions,
  count(DISTINCT CASE WHEN fact.present THEN fact.iri END) AS present,
  count(DISTINCT CASE WHEN NOT fact.present THEN fact.iri END) AS absent
