MATCH (unit)<-[:HELD_BY]-(meeting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:SUBSTITUTES_FOR]->(replaced)
WHERE unit.label IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
MATCH (fact)-[:HAD_PARTICIPANT_PERSON]->(serving)
MATCH (fact)-[:PARTY]->(serving_party)
MATCH (replaced)-[:PARTY]->(away_party)
WHERE serving.label IS NOT NULL AND serving_party.abbreviation <> away_party.abbreviation
WITH unit, serving_party.abbreviation AS substitute_party, away_party.abbreviation AS member_party,
  count(DISTINCT fact.iri) AS times, collect(DISTINCT serving.label) AS substitutes
RETURN unit.label AS body, substitute_party, member_party, times, substitutes
