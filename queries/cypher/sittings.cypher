MATCH (unit)<-[:HELD_BY]-(meeting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL AND meeting.date IS NOT NULL AND fact.present IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
MATCH (fact)-[:ROLE]->(stated)
WHERE last(split(stated.iri, '/')) IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']
OPTIONAL MATCH (fact)-[:PARTY]->(belongs)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
WITH unit, meeting, who, collect(DISTINCT belongs.abbreviation) AS party, collect(DISTINCT place.label) AS municipality,
  collect(DISTINCT last(split(stated.iri, '/'))) AS role, max(CASE WHEN fact.present THEN 1 ELSE 0 END) AS present
RETURN unit.label AS body, meeting.date AS date, who.label AS person, party, municipality, role, present, who.iri AS iri
