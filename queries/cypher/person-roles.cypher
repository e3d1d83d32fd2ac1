CALL {
  MATCH (who:Person)<-[:HAD_PARTICIPANT_PERSON]-(fact:Attendance)-[:AT_MEETING]->(meeting)-[:HELD_BY]->(unit)
  WHERE any(key IN who.searchKey WHERE key CONTAINS $person) AND fact.present IS NOT NULL
  RETURN who, fact, meeting, unit
  UNION ALL
  MATCH (who:Person)<-[:MEMBER]-(fact:Membership)-[:ORGANIZATION]->(unit)
  WHERE any(key IN who.searchKey WHERE key CONTAINS $person)
  RETURN who, fact, null AS meeting, unit
}
WITH who, fact, meeting, unit
WHERE who.label IS NOT NULL AND unit.label IS NOT NULL
OPTIONAL MATCH (unit)-[:BODY_KIND]->(body_kind)
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH who, fact, meeting, unit, collect(DISTINCT last(split(body_kind.iri, '/'))) AS body_kinds,
  collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH who, fact, meeting, unit, body_kinds, codes + coalesce(fact.roleText, []) AS roles
WITH who, fact, meeting, unit, roles, coalesce(unit.groupKindText, body_kinds) AS kinds
UNWIND CASE WHEN size(kinds) > 0 THEN kinds ELSE [null] END AS kind
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS role
OPTIONAL MATCH (fact)-[:PARTY]->(party)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
WITH who, unit, kind, role, CASE WHEN meeting IS NULL THEN fact.iri END AS membership,
  collect(DISTINCT party.abbreviation) AS party, collect(DISTINCT place.label) AS municipality,
  min(coalesce(toString(meeting.date), fact.since, toString(fact.decidedOn))) AS since,
  max(coalesce(toString(meeting.date), fact.until)) AS until,
  count(DISTINCT CASE WHEN fact.present THEN meeting.iri END) AS attended
RETURN who.label AS person, unit.label AS body, kind, role, party, municipality, since, until,
  CASE WHEN membership IS NULL THEN attended END AS meetings
