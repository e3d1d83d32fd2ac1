MATCH (meeting)<-[:AT_MEETING]-(fact:Attendance {present: true})-[:HAD_PARTICIPANT_PERSON]->(who)
WHERE who.label IS NOT NULL
WITH meeting, collect(DISTINCT who) AS people
UNWIND people AS a
UNWIND people AS b
WITH meeting, a, b
WHERE a.label < b.label OR (a.label = b.label AND a.iri < b.iri)
WITH a, b, count(DISTINCT meeting.iri) AS meetings
WHERE meetings >= coalesce($min_meetings, 1)
RETURN a.label AS person_a, b.label AS person_b, meetings
