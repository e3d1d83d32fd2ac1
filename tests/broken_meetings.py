"""Documents, evidence, meetings, presence and items broken in every way that the shapes tell of."""

from __future__ import annotations

from validation_samples import Broken, N, V, W

MEETING = '<meeting/m> a ag:Meeting ; rdfs:label "Styrelsen, 2024-10-25" ;'
EVA = '<meeting/m/attendance/eva> a ag:Attendance ; rdfs:label "Eva Alm" ;'
ITEM = '<meeting/m/item/1> a ag:AgendaItem ; rdfs:label "§ 1 Arbetsgrupp" ;'
PROVED = "prov:wasDerivedFrom <document/0011223344556677#char=0,9>"
PROVED_BY_NAME = "prov:wasDerivedFrom <document/0011223344556677#char=10,17>"

MEETINGS: Broken = {
    "a document without its digest": (
        [('ag:sha256 "00112233445566770011223344556677001122334455667700112233445566aa"', 'ag:sha256 "0011"')],
        {(V, "DocumentShape", "ag:sha256")},
    ),
    "a document without media type": (
        [('dcterms:format "text/plain" ;', "")],
        {(W, "DocumentShape", "dcterms:format")},
    ),
    "a document without label": ([('rdfs:label "styrelsen.txt" ;', "")], {(V, "LabelShape", "rdfs:label")}),
    "a span that ends before it begins": (
        [("nif:beginIndex 10", "nif:beginIndex 18")],
        {(V, "SpanShape", "nif:beginIndex")},
    ),
    "a span of another datatype": (
        [("nif:endIndex 17", 'nif:endIndex "17"^^xsd:decimal')],
        {(V, "SpanShape", "nif:endIndex")},
    ),
    "a span with no number": (
        [("nif:endIndex 17", "nif:endIndex -1")],
        {(V, "SpanShape", "nif:endIndex"), (V, "SpanShape", "nif:beginIndex")},
    ),
    "a span of no document": (
        [('nif:anchorOf "Styrelsen" ; nif:referenceContext <document/0011223344556677>', 'nif:anchorOf "Styrelsen"')],
        {(V, "SpanShape", "nif:referenceContext")},
    ),
    "a span with two quotes": (
        [('nif:anchorOf "Eva Alm"', 'nif:anchorOf "Eva Alm", "Bo Ek"')],
        {(V, "SpanShape", "nif:anchorOf")},
    ),
    "a span with an empty quote": (
        [('nif:anchorOf "Styrelsen"', 'nif:anchorOf ""')],
        {(V, "SpanShape", "nif:anchorOf")},
    ),
    "a meeting of nobody": ([("ag:heldBy <body/s> ;", "")], {(W, "MeetingShape", "ag:heldBy")}),
    "a meeting without date": ([('dcterms:date "2024-10-25"^^xsd:date ;', "")], {(W, "MeetingShape", "dcterms:date")}),
    "a meeting with two dates": (
        [('dcterms:date "2024-10-25"^^xsd:date ;', 'dcterms:date "2024-10-25"^^xsd:date, "2024-10-24"^^xsd:date ;')],
        {(W, "MeetingShape", "dcterms:date")},
    ),
    "a meeting on no day": (
        [('dcterms:date "2024-10-25"^^xsd:date', 'dcterms:date "2024-02-30"^^xsd:date')],
        {(V, "MeetingShape", "dcterms:date"), (W, "MeetingShape", "dcterms:date")},
    ),
    "a meeting at no hour": (
        [('ag:startTime "09:00"', 'ag:startTime "24.10"')],
        {(V, "MeetingShape", "ag:startTime"), (W, "MeetingShape", "ag:startTime")},
    ),
    "a meeting past midnight": (
        [('ag:startTime "09:00"', 'ag:startTime "19:00"')],
        {(W, "MeetingShape", "ag:startTime")},
    ),
    "minutes verified before the meeting": (
        [('ag:adjustedOn "2024-11-01"', 'ag:adjustedOn "2024-10-24"')],
        {(W, "MeetingShape", "dcterms:date")},
    ),
    "a next meeting in the past": (
        [('ag:nextMeetingDate "2024-12-06"', 'ag:nextMeetingDate "2024-10-25"')],
        {(W, "MeetingShape", "dcterms:date")},
    ),
    "a meeting of no document": (
        [("dcterms:source <document/0011223344556677> ;", "")],
        {(V, "MeetingShape", "dcterms:source")},
    ),
    "a meeting without label": ([(MEETING, "<meeting/m> a ag:Meeting ;")], {(V, "LabelShape", "rdfs:label")}),
    "a meeting without evidence": (
        [(f"dcterms:source <document/0011223344556677> ; {PROVED}", "dcterms:source <document/0011223344556677>")],
        {(W, "MeetingEvidenceShape", "prov:wasDerivedFrom/nif:anchorOf")},
    ),
    "an attendance without label": (
        [(EVA, "<meeting/m/attendance/eva> a ag:Attendance ;")],
        {(V, "LabelShape", "rdfs:label")},
    ),
    "an attendance without evidence": (
        [(f"ag:present false ; {PROVED_BY_NAME}", "ag:present false")],
        {(V, "EvidenceShape", "prov:wasDerivedFrom/nif:anchorOf")},
    ),
    "an attendance proved by a span that is not there": (
        [(f"ag:present false ; {PROVED_BY_NAME}", "ag:present false ; prov:wasDerivedFrom <document/x#char=1,2>")],
        {(V, "EvidenceShape", "prov:wasDerivedFrom/nif:anchorOf")},
    ),
    "an attendance of two people": (
        [("eli-dl:had_participant_person <person/bo>", "eli-dl:had_participant_person <person/bo>, <person/eva>")],
        {(W, "MemberCountShape", None), (V, "AttendanceShape", "eli-dl:had_participant_person")},
    ),
    "an attendance that may or may not be": ([("ag:present true ;", "")], {(V, "AttendanceShape", "ag:present")}),
    "an attendance in words": (
        [("ag:present true ;", 'ag:present "ja" ;')],
        {(V, "AttendanceShape", "ag:present")},
    ),
    "an attendance that is both": (
        [("ag:present true ;", "ag:present true, false ;")],
        {(W, "AttendanceShape", "ag:present")},
    ),
    "an attendance without role": (
        [("ag:role code:meeting-role\\/member ;", "")],
        {(W, "AttendanceShape", "ag:role|ag:roleText")},
    ),
    "an attendance with a role in a body": (
        [("code:meeting-role\\/member", "code:body-role\\/reserve")],
        {(V, "AttendanceShape", "ag:role")},
    ),
    "an attendance with its party as text": (
        [("ag:voting true ; ag:party <party/s>", 'ag:voting true ; ag:party "S"')],
        {(V, "AttendanceShape", "ag:party"), (V, "KnownPlaceShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a substitute for somebody who is present": (
        [("ag:present false", "ag:present true"), ("ag:presence <meeting/m/attendance/eva/presence> ;", "")],
        {(W, "SubstitutionShape", None)},
    ),
    "a substitute for nobody's attendance": (
        [("ag:substitutesFor <meeting/m/attendance/bo>", "ag:substitutesFor <person/bo>")],
        {(V, "KnownAttendanceShape", None)},
    ),
    "a presence that says nothing": (
        [('ag:items "1-2" ; ag:fromTime "09:30" ; ag:untilTime "11:00"', 'rdfs:label "x"')],
        {(V, "PresenceShape", "ag:items|ag:fromTime|ag:untilTime")},
    ),
    "a presence that ends before it begins": (
        [('ag:untilTime "11:00"', 'ag:untilTime "09:00"')],
        {(W, "PresenceShape", "ag:fromTime")},
    ),
    "an item of no meeting": (
        [(f"{ITEM} ag:ofMeeting <meeting/m> ;", ITEM)],
        {(V, "AgendaItemShape", "ag:ofMeeting")},
    ),
    "an item without number": ([('ag:itemNumber "1" ;', "")], {(V, "AgendaItemShape", "ag:itemNumber")}),
    "an item without title": ([('dcterms:title "Arbetsgrupp" ;', "")], {(W, "AgendaItemShape", "dcterms:title")}),
    "an item without evidence": (
        [(f'ag:diaryNumber "KS 2024-1" ; {PROVED}', 'ag:diaryNumber "KS 2024-1"')],
        {(V, "EvidenceShape", "prov:wasDerivedFrom/nif:anchorOf")},
    ),
    "a name that reading has mended": (
        [(EVA, f'{EVA} ag:asStated "Eva Alrn" ;')],
        {(N, "MendedNameShape", "ag:asStated")},
    ),
    "an item outside the minutes": (
        [('ag:firstItem "1" ; ag:lastItem "2"', 'ag:firstItem "7" ; ag:lastItem "12 b"')],
        {(V, "ItemRangeShape", None)},
    ),
    "a substitute for somebody who is there for the same item": (
        [
            ("ag:present false", "ag:present true ; ag:presence <meeting/m/attendance/bo/presence>"),
            (
                "<meeting/m/attendance/eva/presence> a ag:PresenceInterval ;",
                (
                    '<meeting/m/attendance/bo/presence> a ag:PresenceInterval ; ag:items "1" ; ag:forItem <meeting/m/item/1> .\n'
                    "<meeting/m/attendance/eva/presence> a ag:PresenceInterval ; ag:forItem <meeting/m/item/1> ;"
                ),
            ),
        ],
        {(V, "SameItemShape", None)},
    ),
}
