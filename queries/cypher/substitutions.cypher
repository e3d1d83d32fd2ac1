MATCH (unit)<-[:HELD_BY]-(meeting:Meeting)<-[:AT_MEETING]-(fact:Attendance)-[:SUBSTITUTES_FOR]->(replaced)
WHERE unit.label IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
MATCH (fact)-[:HAD_PARTICIPANT_PERSON]->(serving)
MATCH (replaced)-[:HAD_PARTICIPANT_PERSON]->(away)
WHERE serving.label IS NOT NULL AND away.label IS NOT NULL
OPTIONAL MATCH (fact)-[:PARTY]->(serving_party)
OPTIONAL MATCH (replaced)-[:PARTY]->(away_party)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(of_substitute)
OPTIONAL MATCH (replaced)-[:MUNICIPALITY]->(of_member)
RETURN DISTINCT meeting.date AS date, unit.label AS body, serving.label AS substitute, serving_party.abbreviation AS substitute_party,
  away.label AS member, away_party.abbreviation AS member_party, coalesce(of_member.label, of_substitute.label) AS municipality
