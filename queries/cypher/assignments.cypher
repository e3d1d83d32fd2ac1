MATCH (fact:Assignment)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)
WHERE fact.assigneeText IS NOT NULL AND fact.task IS NOT NULL AND agenda_item.itemNumber IS NOT NULL
  AND ($assignee IS NULL OR any(key IN fact.nameKey WHERE key CONTAINS $assignee)
    OR EXISTS { MATCH (fact)-[:ASSIGNEE|DERIVED_ASSIGNEE]->(named) WHERE any(key IN named.searchKey WHERE key CONTAINS $assignee) })
  AND ($open_at IS NULL OR (coalesce(meeting.date, $open_at) <= $open_at AND $open_at <= coalesce(fact.due, $open_at)))
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
OPTIONAL MATCH (fact)<-[:FOR_ASSIGNMENT]-(holding:TitleHolding)-[:HOLDER]->(holder)
WITH fact, agenda_item, meeting, unit, collect(holding.heldTitle + ': ' + holder.label + ' (derived)') AS holders
RETURN fact.assigneeText + holders AS assignee, fact.task AS task, fact.due AS deadline, unit.label AS body, meeting.date AS date,
  agenda_item.itemNumber AS item
