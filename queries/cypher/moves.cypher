MATCH (role)<-[:ROLE]-(seat:Attendance)-[:AT_MEETING]->(meeting)-[:HELD_BY]->(unit)
WHERE meeting.date IS NOT NULL AND unit.label IS NOT NULL AND last(split(role.iri, '/')) IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute', 'secretary', 'official']
MATCH (seat)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE who.label IS NOT NULL AND ($person IS NULL OR any(key IN who.searchKey WHERE key CONTAINS $person))
WITH who, unit, min(meeting.date) AS first_day, max(meeting.date) AS last_day
WITH who, collect({unit: unit.iri, label: unit.label, keys: unit.searchKey, first_day: first_day, last_day: last_day}) AS times
UNWIND times AS a
UNWIND times AS b
WITH who, a, b
WHERE a.unit <> b.unit AND a.last_day < b.first_day
  AND ($body IS NULL OR any(key IN a.keys WHERE key CONTAINS $body) OR any(key IN b.keys WHERE key CONTAINS $body))
RETURN DISTINCT who.label AS person, a.label AS from_body, a.last_day AS last_seen, b.label AS to_body, b.first_day AS first_seen
