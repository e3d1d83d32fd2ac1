CALL {
  MATCH (who)<-[:HAD_PARTICIPANT_PERSON]-(:Attendance)-[:AT_MEETING]->()-[:HELD_BY]->(unit)
  RETURN who, unit
  UNION
  MATCH (who)<-[:MEMBER]-(:Membership)-[:ORGANIZATION]->(unit)
  RETURN who, unit
}
WITH who, unit
WHERE who.label IS NOT NULL AND unit.label IS NOT NULL
WITH who, collect(DISTINCT unit) AS units
UNWIND units AS a
UNWIND units AS b
WITH who, a, b
WHERE a.label < b.label OR (a.label = b.label AND a.iri < b.iri)
WITH a, b, count(DISTINCT who.iri) AS shared, collect(DISTINCT who.label) AS persons
WHERE shared >= coalesce($min_shared, 1)
RETURN a.label AS body_a, b.label AS body_b, shared, persons
