MATCH (unit)<-[:FROM_BODY]-(departure:Departure)-[:OF_ITEM]->(agenda_item)<-[:OF_ITEM]-(appointment:Appointment)-[:TO_BODY]->(unit)
WHERE unit.label IS NOT NULL AND agenda_item.itemNumber IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
  AND coalesce(appointment.replacesText, departure.departsText) = departure.departsText
MATCH (agenda_item)-[:OF_MEETING]->(meeting)
OPTIONAL MATCH (departure)-[:ROLE]->(old_role)
OPTIONAL MATCH (appointment)-[:ROLE]->(new_role)
WITH unit, departure, agenda_item, appointment, meeting, collect(DISTINCT new_role.iri) AS new_roles,
  max(CASE WHEN old_role.iri <> new_role.iri THEN 1 ELSE 0 END) AS differs
WHERE differs = 0
OPTIONAL MATCH (agenda_item)<-[:OF_ITEM]-(another:Departure)-[:FROM_BODY]->(unit)
WHERE another.iri <> departure.iri AND EXISTS { MATCH (another)-[:DEPARTS]->() }
WITH unit, departure, agenda_item, appointment, meeting, new_roles, count(another.iri) AS others
WHERE appointment.replacesText IS NOT NULL OR others = 0
OPTIONAL MATCH (meeting)-[:HELD_BY]->(decider)
OPTIONAL MATCH (departure)-[:DEPARTS]->(gone)
OPTIONAL MATCH (appointment)-[:APPOINTEE]->(chosen)
OPTIONAL MATCH (departure)-[:PARTY]->(old_party)
OPTIONAL MATCH (appointment)-[:GENERATED]->()-[:PARTY]->(new_party)
WITH unit, departure, agenda_item, appointment, meeting, new_roles, decider, gone, chosen,
  collect(DISTINCT old_party.abbreviation) AS left_party, collect(DISTINCT new_party.abbreviation) AS successor_party
RETURN meeting.date AS date, decider.label AS decided_by, agenda_item.itemNumber AS item, unit.label AS body,
  [iri IN new_roles | last(split(iri, '/'))] AS role, coalesce(gone.label, departure.departsText) AS left, left_party,
  coalesce(chosen.label, appointment.appointeeText) AS successor, successor_party
