MATCH (agenda_item:AgendaItem)-[:OF_MEETING]->(meeting)
WHERE agenda_item.itemNumber IS NOT NULL AND any(key IN agenda_item.itemKey WHERE key CONTAINS $text)
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
OPTIONAL MATCH (agenda_item)<-[:OF_ITEM]-(point:DecisionPoint)
RETURN meeting.date AS date, unit.label AS body, agenda_item.itemNumber AS item, agenda_item.diaryNumber AS diary_number,
  agenda_item.title AS title, collect(DISTINCT point.text) AS decisions
