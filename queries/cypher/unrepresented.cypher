MATCH (owner)-[:HAS_MEMBER]->(place)
WHERE owner.label IS NOT NULL AND place.label IS NOT NULL
  AND ($municipality IS NULL OR any(key IN place.searchKey WHERE key CONTAINS $municipality))
MATCH (unit)-[:UNIT_OF*1..2]->(owner)
WHERE unit.label IS NOT NULL AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
  OR any(key IN owner.searchKey WHERE key CONTAINS $body))
WITH DISTINCT owner, place, unit
OPTIONAL MATCH (unit)<-[:HELD_BY]-(:Meeting)<-[:AT_MEETING]-(seat:Attendance)-[:MUNICIPALITY]->(of_seat)
OPTIONAL MATCH (seat)-[:ROLE]->(seat_role)
WITH owner, place, unit, collect(DISTINCT CASE WHEN last(split(seat_role.iri, '/')) IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']
  THEN of_seat.iri END) AS seated
OPTIONAL MATCH (unit)<-[:ORGANIZATION]-(:Membership)-[:MUNICIPALITY]->(of_membership)
WITH owner, place, unit, seated, collect(DISTINCT of_membership.iri) AS elected
OPTIONAL MATCH (unit)<-[:POST_IN]-(:Post)-[:SEAT_FOR]->(of_post)
WITH owner, place, unit, seated, elected, collect(DISTINCT of_post.iri) AS promised
WITH owner, place, unit, seated + elected + promised AS there
WHERE size(there) > 0 AND NOT place.iri IN there
RETURN DISTINCT owner.label AS organisation, unit.label AS body, place.label AS municipality, place.municipalityCode AS code
