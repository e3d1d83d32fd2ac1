MATCH (unit)<-[:HELD_BY]-(:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE unit.label IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
MATCH (fact)-[:ROLE]->(role)
WHERE last(split(role.iri, '/')) IN ['chair', 'vice-chair', 'member']
MATCH (fact)-[:PARTY]->(belongs)
WITH unit, collect(DISTINCT who.iri) AS everybody, collect(DISTINCT [belongs.abbreviation, who.iri]) AS seats
UNWIND seats AS seat
WITH unit, size(everybody) AS total, seat[0] AS party, count(seat[1]) AS members
WHERE party IS NOT NULL
RETURN DISTINCT unit.label AS body, party, members, toFloat(members) / total AS share
