MATCH (unit)<-[:HELD_BY]-(sitting:Meeting)<-[:AT_MEETING]-(seat:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE unit.label IS NOT NULL AND who.label IS NOT NULL AND sitting.date IS NOT NULL
  AND ($body IS NULL OR any(key IN unit.searchKey WHERE key CONTAINS $body)
    OR EXISTS { MATCH (unit)-[:UNIT_OF]->(above) WHERE any(key IN above.searchKey WHERE key CONTAINS $body) })
MATCH (seat)-[:ROLE]->(role)
WHERE last(split(role.iri, '/')) IN ['chair', 'vice-chair', 'member', 'serving-substitute', 'substitute']
WITH unit, who, min(sitting.date) AS from_day, max(sitting.date) AS to_day
MATCH (unit)<-[:HELD_BY]-(held:Meeting)
WHERE from_day <= held.date AND held.date <= to_day
OPTIONAL MATCH (held)<-[:AT_MEETING]-(fact:Attendance)-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE fact.present IS NOT NULL
OPTIONAL MATCH (fact)-[:PARTY]->(belongs)
OPTIONAL MATCH (fact)-[:MUNICIPALITY]->(place)
WITH unit, who, collect(DISTINCT place.label) AS municipality, collect(DISTINCT belongs.abbreviation) AS party,
  count(DISTINCT CASE WHEN fact.present THEN held.iri END) AS present, count(DISTINCT held.iri) AS meetings
RETURN unit.label AS body, who.label AS person, municipality, party, present, meetings, toFloat(present) / meetings AS share
