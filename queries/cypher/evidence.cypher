MATCH (node)-[:WAS_DERIVED_FROM]->(span:RFC5147String)-[:REFERENCE_CONTEXT]->(source)
WHERE source.label IS NOT NULL
  AND (any(key IN node.searchKey WHERE key CONTAINS $text) OR any(key IN span.searchKey WHERE key CONTAINS $text))
UNWIND [type IN node.types WHERE type STARTS WITH 'ag:' OR type = 'org:Post'] AS type
RETURN DISTINCT last(split(type, ':')) AS fact, node.label AS subject, source.label AS document, span.beginIndex AS start, span.endIndex AS `end`,
  span.anchorOf AS quote
