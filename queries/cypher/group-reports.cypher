MATCH (fact:Assignment)-[:ASSIGNEE]->(unit:WorkingGroup)
WHERE fact.task IS NOT NULL AND unit.label IS NOT NULL
  AND ($group IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $group))
MATCH (fact)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)-[:HELD_BY]->(holder)
WHERE agenda_item.itemNumber IS NOT NULL AND meeting.date IS NOT NULL AND holder.label IS NOT NULL
  AND ($body IS NULL OR any(key IN holder.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (holder)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
WITH fact, unit, agenda_item, meeting, holder,
  [key IN unit.searchKey | CASE WHEN key CONTAINS ' for ' THEN substring(key, size(split(key, ' for ')[0]) + 5) ELSE key END] AS subjects
OPTIONAL MATCH (holder)<-[:HELD_BY]-(later:Meeting)<-[:OF_MEETING]-(later_item:AgendaItem)
WHERE later.date > meeting.date
OPTIONAL MATCH (later_item)<-[:OF_ITEM]-(point:DecisionPoint)
WITH fact, unit, agenda_item, meeting, holder, CASE WHEN
  any(subject IN subjects WHERE any(words IN coalesce(later_item.itemKey, []) + coalesce(point.textKey, []) WHERE words CONTAINS subject))
  THEN later END AS again, later_item
WITH fact, unit, agenda_item, meeting, holder, min(again.date) AS named_on,
  collect(DISTINCT toString(again.date) + ' § ' + later_item.itemNumber) AS named_in
RETURN unit.label AS group, fact.task AS task, meeting.date AS given_on, fact.due AS deadline, holder.label AS body,
  agenda_item.itemNumber AS item, named_on, named_in
