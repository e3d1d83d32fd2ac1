CALL {
  MATCH (unit)<-[:HELD_BY]-(meeting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
  WHERE fact.present IS NOT NULL
    AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
      OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
  RETURN unit, meeting, fact, who
  UNION ALL
  MATCH (unit)<-[:ORGANIZATION]-(fact:Membership)-[:MEMBER]->(who)
  WHERE NOT unit:WorkingGroup
    AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
      OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
  RETURN unit, null AS meeting, fact, who
}
WITH unit, meeting, fact, who
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL
OPTIONAL MATCH (departure:Departure)-[:DEPARTS]->(who) WHERE (departure)-[:FROM_BODY]->(unit) AND fact.decidedOn <= departure.endsOn
OPTIONAL MATCH (departure)-[:ROLE]->(left_role)
OPTIONAL MATCH (fact)-[:ROLE]->(kept_role)
WITH unit, meeting, fact, who, min(CASE WHEN left_role IS NULL OR kept_role IS NULL OR left_role.iri = kept_role.iri
  THEN departure.endsOn END) AS gone
OPTIONAL MATCH (fact)-[:ROLE]->(stated)
WITH unit, meeting, fact, who, gone, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH unit, meeting, fact, who, gone, codes + coalesce(fact.roleText, []) AS roles
WITH unit, meeting, fact, who, gone,
  [role IN roles WHERE meeting IS NULL OR role IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']] AS counted
WHERE meeting IS NULL OR size(counted) > 0
UNWIND CASE WHEN size(counted) > 0 THEN counted ELSE [null] END AS code
OPTIONAL MATCH (fact)-[:PARTY]->(party)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
WITH unit, who, collect(DISTINCT code) AS role, collect(DISTINCT party.abbreviation) AS party,
  collect(DISTINCT place.label) AS municipality, min(meeting.date) AS first_seen, max(meeting.date) AS last_seen,
  count(DISTINCT CASE WHEN fact.present THEN meeting.iri END) AS meetings,
  max(CASE WHEN meeting IS NULL AND coalesce(fact.beginsOn, fact.decidedOn, $at) <= $at AND $at <= coalesce(fact.endsOn, $at)
    AND (gone IS NULL OR $at < gone) THEN 1 ELSE 0 END) AS covers
WHERE $at IS NULL OR covers = 1 OR (first_seen <= $at AND $at <= last_seen)
RETURN unit.label AS body, who.label AS person, role, party, municipality, first_seen, last_seen, meetings
