MATCH (fact:Assignment)-[:OF_ITEM]->(agenda_item)-[:OF_MEETING]->(meeting)
WHERE $assignee IS NULL OR any(key IN fact.nameKey WHERE key CONTAINS $assignee)
  OR EXISTS { MATCH (fact)-[:ASSIGNEE]->(named) WHERE any(key IN named.searchKey WHERE key CONTAINS $assignee) }
OPTIONAL MATCH (meeting)-[:HELD_BY]->(unit)
WITH fact, unit,
  ($at IS NULL OR (coalesce(meeting.date, $at) <= $at AND $at <= coalesce(fact.due, $at))) AS is_open
UNWIND fact.assigneeText AS assignee
RETURN assignee, count(DISTINCT fact.iri) AS assignments, count(DISTINCT CASE WHEN is_open THEN fact.iri END) AS open,
  min(CASE WHEN is_open THEN fact.due END) AS next_deadline, collect(DISTINCT unit.label) AS bodies
