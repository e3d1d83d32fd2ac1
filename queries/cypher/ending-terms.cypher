MATCH (who)<-[:MEMBER]-(membership:Membership)-[:ORGANIZATION]->(unit)
WHERE membership.endsOn IS NOT NULL AND unit.label IS NOT NULL AND who.label IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
WITH who, membership, unit, toString(membership.endsOn) AS day, toString($at) AS at
WITH who, membership, unit, 12 * (toInteger(substring(day, 0, 4)) - toInteger(substring(at, 0, 4)))
  + toInteger(substring(day, 5, 2)) - toInteger(substring(at, 5, 2))
  + CASE WHEN substring(day, 8, 2) > substring(at, 8, 2) THEN 1 ELSE 0 END AS ahead
WHERE $at IS NULL OR (membership.endsOn >= $at AND ahead <= coalesce($months, 12))
OPTIONAL MATCH (departure:Departure)-[:DEPARTS]->(who)
WHERE (departure)-[:FROM_BODY]->(unit) AND membership.decidedOn <= departure.endsOn
WITH who, membership, unit, count(departure.iri) AS departed
WHERE departed = 0
OPTIONAL MATCH (membership)-[:ROLE]->(stated)
WITH who, membership, unit, collect(DISTINCT last(split(stated.iri, '/'))) AS codes
WITH who, membership, unit, codes + coalesce(membership.roleText, []) AS roles
UNWIND CASE WHEN size(roles) > 0 THEN roles ELSE [null] END AS role
OPTIONAL MATCH (membership)-[:PARTY]->(belongs)
OPTIONAL MATCH (membership)-[:MUNICIPALITY]->(place)
RETURN DISTINCT membership.endsOn AS ends_on, unit.label AS body, who.label AS person, role, belongs.abbreviation AS party,
  place.label AS municipality, membership.since AS since, membership.until AS until
