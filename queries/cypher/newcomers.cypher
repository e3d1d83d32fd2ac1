MATCH (unit)<-[:HELD_BY]-(held:Meeting)
WHERE unit.label IS NOT NULL AND held.date IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
WITH unit, min(held.date) AS begun
MATCH (unit)<-[:HELD_BY]-(sitting:Meeting)<-[:AT_MEETING]-(seat:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
MATCH (seat)-[:ROLE]->(seat_role)
WHERE who.label IS NOT NULL AND last(split(seat_role.iri, '/')) IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']
WITH unit, begun, who, min(sitting.date) AS first_seen
WHERE begun < first_seen AND ($since IS NULL OR first_seen >= $since) AND ($until IS NULL OR first_seen <= $until)
MATCH (unit)<-[:HELD_BY]-(sitting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE sitting.date = first_seen
MATCH (fact)-[:ROLE]->(stated)
OPTIONAL MATCH (fact)-[:PARTY]->(belongs)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
RETURN unit.label AS body, who.label AS person, first_seen, collect(DISTINCT last(split(stated.iri, '/'))) AS role,
  collect(DISTINCT belongs.abbreviation) AS party, collect(DISTINCT place.label) AS municipality
