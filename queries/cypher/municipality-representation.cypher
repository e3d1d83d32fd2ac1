CALL {
  MATCH (place)<-[:MUNICIPALITY]-(fact:Attendance)-[:AT_MEETING]->()-[:HELD_BY]->(unit)
  MATCH (fact)-[:HAD_PARTICIPANT_PERSON]->(who)
  WHERE who.label IS NOT NULL
  RETURN place, fact, unit, who.label AS person
  UNION ALL
  MATCH (place)<-[:MUNICIPALITY]-(fact:Membership)-[:ORGANIZATION]->(unit)
  MATCH (fact)-[:MEMBER]->(who)
  WHERE who.label IS NOT NULL
  RETURN place, fact, unit, who.label AS person
  UNION ALL
  MATCH (place)<-[:SEAT_FOR]-(fact:Post)-[:POST_IN]->(unit)
  RETURN place, fact, unit, null AS person
}
WITH place, fact, unit, person
WHERE place.label IS NOT NULL AND unit.label IS NOT NULL
  AND ($municipality IS NULL OR any(key IN place.searchKey WHERE key CONTAINS $municipality))
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH place, fact, unit, person, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH place, fact, unit, person, codes + coalesce(fact.roleText, []) AS roles
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS code
WITH place, unit, person, collect(DISTINCT code) AS role
RETURN place.label AS municipality, place.municipalityCode AS code, unit.label AS body, person, role
