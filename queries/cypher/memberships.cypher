CALL {
  MATCH (unit)<-[:HELD_BY]-(meeting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
  WHERE fact.present IS NOT NULL
    AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
      OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
  RETURN unit, meeting, fact, who
  UNION ALL
  MATCH (unit)<-[:ORGANIZATION]-(fact:Membership)-[:MEMBER]->(who)
  WHERE $body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) }
  RETURN unit, null AS meeting, fact, who
}
WITH unit, meeting, fact, who
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL
  AND ($person IS NULL OR any(key IN who.searchKey WHERE key CONTAINS $person))
OPTIONAL MATCH (departure:Departure)-[:DEPARTS]->(who) WHERE (departure)-[:FROM_BODY]->(unit) AND fact.decidedOn <= departure.endsOn
OPTIONAL MATCH (departure)-[:ROLE]->(left_role)
OPTIONAL MATCH (fact)-[:ROLE]->(kept_role)
WITH unit, meeting, fact, who, min(CASE WHEN left_role IS NULL OR kept_role IS NULL OR left_role.iri = kept_role.iri
  THEN departure.endsOn END) AS departed
OPTIONAL MATCH (dissolution:Dissolution)-[:ORIGINAL_ORGANIZATION]->(unit) WHERE fact.decidedOn <= dissolution.endsOn
WITH unit, meeting, fact, who, departed, min(dissolution.endsOn) AS dissolved
WITH unit, meeting, fact, who, CASE WHEN departed IS NULL OR dissolved < departed THEN dissolved ELSE departed END AS gone
WITH unit, meeting, fact, who, CASE WHEN gone <= coalesce(fact.endsOn, gone) THEN gone ELSE fact.endsOn END AS ends
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH unit, meeting, fact, who, ends, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH unit, meeting, fact, who, ends, codes + coalesce(fact.roleText, []) AS roles
WITH unit, meeting, fact, who, ends,
  [role IN roles WHERE meeting IS NULL OR role IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']] AS counted
WHERE meeting IS NULL OR size(counted) > 0
UNWIND CASE WHEN size(counted) > 0 THEN counted ELSE [null] END AS code
OPTIONAL MATCH (fact)-[:PARTY]->(belongs)
WITH unit, who, CASE WHEN meeting IS NULL THEN fact.iri END AS membership,
  collect(DISTINCT belongs.abbreviation) AS party, collect(DISTINCT code) AS role,
  min(CASE WHEN meeting IS NULL THEN coalesce(fact.beginsOn, fact.decidedOn) ELSE meeting.date END) AS since,
  max(CASE WHEN meeting IS NULL THEN ends ELSE meeting.date END) AS until,
  count(DISTINCT CASE WHEN fact.present THEN meeting.iri END) AS attended
RETURN unit.label AS body, who.label AS person, party, role,
  CASE WHEN membership IS NULL THEN 'seen' ELSE 'stated' END AS basis, since, until,
  CASE WHEN membership IS NULL THEN attended END AS meetings, who.iri AS iri
