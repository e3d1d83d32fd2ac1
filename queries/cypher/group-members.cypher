MATCH (unit:WorkingGroup)<-[:ORGANIZATION]-(membership)-[:MEMBER]->(who)
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL
  AND ($group IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $group))
OPTIONAL MATCH (departure:Departure)-[:DEPARTS]->(who) WHERE (departure)-[:FROM_BODY]->(unit) AND membership.decidedOn <= departure.endsOn
OPTIONAL MATCH (departure)-[:ROLE]->(left_role)
OPTIONAL MATCH (membership)-[:ROLE]->(kept_role)
WITH unit, membership, who, min(CASE WHEN left_role IS NULL OR kept_role IS NULL OR left_role.iri = kept_role.iri
  THEN departure.endsOn END) AS departed
OPTIONAL MATCH (dissolution:Dissolution)-[:ORIGINAL_ORGANIZATION]->(unit) WHERE membership.decidedOn <= dissolution.endsOn
WITH unit, membership, who, departed, min(dissolution.endsOn) AS dissolved
WITH unit, membership, who, CASE WHEN departed IS NULL OR dissolved < departed THEN dissolved ELSE departed END AS gone
WITH unit, membership, who, CASE WHEN gone <= coalesce(membership.endsOn, gone) THEN gone END AS gone
WHERE $at IS NULL OR (coalesce(membership.beginsOn, membership.decidedOn, $at) <= $at
  AND $at <= coalesce(membership.endsOn, $at) AND (gone IS NULL OR $at < gone))
OPTIONAL MATCH (membership)-[:ROLE]->(stated)
WITH unit, membership, who, gone, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH unit, membership, who, gone, codes + coalesce(membership.roleText, []) AS roles
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS role
UNWIND coalesce(unit.groupKindText, [null]) AS kind
OPTIONAL MATCH (unit)-[:UNIT_OF]->(above)
OPTIONAL MATCH (membership)-[:PARTY]->(party)
OPTIONAL MATCH (membership)-[:MUNICIPALITY]->(place)
OPTIONAL MATCH (membership)<-[:GENERATED]-()-[:OF_ITEM]->(agenda_item)
RETURN DISTINCT unit.label AS group, kind, above.label AS parent, who.label AS person, role, party.abbreviation AS party,
  place.label AS municipality, membership.since AS since, CASE WHEN gone IS NULL THEN membership.until ELSE toString(gone) END AS until, membership.decidedOn AS decided_on,
  agenda_item.itemNumber AS item
