MATCH (:AgResource {iri: 'https://w3id.org/aktorsgraf/ns/meeting-role/presenter'})<-[:ROLE]-(fact:Attendance)-[:AT_MEETING]->(meeting)
MATCH (fact)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE who.label IS NOT NULL
OPTIONAL MATCH (fact)-[:PRESENCE]->(presence), (meeting)<-[:OF_MEETING]-(agenda_item:AgendaItem)
WHERE agenda_item.title IS NOT NULL
  AND ',' + replace(presence.items, ' ', '') + ',' CONTAINS ',' + replace(agenda_item.itemNumber, ' ', '') + ','
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
WITH fact, meeting, who, agenda_item, place
WHERE $text IS NULL OR any(key IN fact.searchKey WHERE key CONTAINS $text) OR any(key IN who.searchKey WHERE key CONTAINS $text)
  OR any(key IN place.searchKey WHERE key CONTAINS $text) OR any(key IN agenda_item.itemKey WHERE key CONTAINS $text)
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
RETURN DISTINCT meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.title AS title,
  who.label AS person, coalesce(fact.organisationName, place.label) AS organisation
