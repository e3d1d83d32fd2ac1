CALL {
  MATCH (who)<-[:HAD_PARTICIPANT_PERSON]-(:Attendance)-[:AT_MEETING]->()-[:HELD_BY]->(unit)
  RETURN who, unit
  UNION
  MATCH (who)<-[:MEMBER]-(:Membership)-[:ORGANIZATION]->(unit)
  RETURN who, unit
}
WITH who, unit
WHERE who.label IS NOT NULL AND unit.label IS NOT NULL
WITH who, collect(DISTINCT unit.label) AS bodies, count(DISTINCT unit.iri) AS number
WHERE number >= coalesce($min_bodies, 2)
RETURN who.label AS person, bodies, number
