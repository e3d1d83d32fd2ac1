MATCH (a:WorkingGroup)<-[:ORGANIZATION]-(:Membership)-[:MEMBER]->(who)<-[:MEMBER]-(:Membership)-[:ORGANIZATION]->(b:WorkingGroup)
WHERE who.label IS NOT NULL AND (a.label < b.label OR (a.label = b.label AND a.iri < b.iri))
  AND ($group IS NULL OR any(key IN a.searchKey WHERE key CONTAINS $group) OR any(key IN b.searchKey WHERE key CONTAINS $group))
WITH a, b, count(DISTINCT who.iri) AS shared, collect(DISTINCT who.label) AS persons
WHERE shared >= coalesce($min_shared, 1)
RETURN a.label AS group_a, b.label AS group_b, shared, persons
