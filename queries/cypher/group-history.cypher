MATCH (unit:WorkingGroup)
WHERE unit.label IS NOT NULL AND ($group IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $group))
OPTIONAL MATCH (unit)-[:UNIT_OF]->(above)
WITH unit, collect(DISTINCT above.label) AS parent
OPTIONAL MATCH (unit)-[:RESULTED_FROM]->()-[:OF_ITEM]->()-[:OF_MEETING]->(meeting)
WITH unit, parent, min(meeting.date) AS formed
OPTIONAL MATCH (unit)<-[:ORGANIZATION]-(membership:Membership)-[:MEMBER]->(who)
WITH unit, parent, formed, min(membership.decidedOn) AS elected, count(DISTINCT who.iri) AS members
OPTIONAL MATCH (unit)<-[:ORIGINAL_ORGANIZATION]-(dissolution:Dissolution)
WITH unit, parent, members, CASE WHEN formed IS NULL OR elected < formed THEN elected ELSE formed END AS set_up,
  min(dissolution.endsOn) AS dissolved
WHERE $at IS NULL OR (set_up <= $at AND (dissolved IS NULL OR $at < dissolved))
RETURN unit.label AS group, unit.groupKindText AS kind, parent, set_up, unit.purpose AS task, unit.deadline AS deadline, members,
  dissolved
