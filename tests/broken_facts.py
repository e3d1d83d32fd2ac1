"""What was decided, and people, bodies and judgements, broken in every way that the shapes tell of."""

from __future__ import annotations

from validation_samples import Broken, V, W

APPOINTMENT = '<meeting/m/item/1/appointment/a> a ag:Appointment ; rdfs:label "Eva Alm, ledamot" ;'
MEMBERSHIP = "<meeting/m/item/1/appointment/a/membership> a org:Membership ;"
OF_ITEM = "ag:ofItem <meeting/m/item/1> ;"

FACTS: Broken = {
    "a decision without place": ([("eli:number 1 ;", "")], {(V, "DecisionPointShape", "eli:number")}),
    "a decision numbered nought": ([("eli:number 1 ;", "eli:number 0 ;")], {(V, "DecisionPointShape", "eli:number")}),
    "a decision without text": (
        [('ag:text "att utse en arbetsgrupp" ;', "")],
        {(V, "DecisionPointShape", "ag:text")},
    ),
    "a decision of an unknown kind": (
        [("code:decision-kind\\/formation", "code:formation")],
        {(V, "DecisionPointShape", "ag:decisionKind")},
    ),
    "a statement by nobody": (
        [('ag:speaker <person/eva> ; ag:speakerText "Eva Alm" ;', "")],
        {(V, "StatementShape", "ag:speaker|ag:speakerText")},
    ),
    "a vote of fewer than none": ([("ag:yes 7", "ag:yes -7")], {(V, "VoteShape", "ag:yes")}),
    "a vote without counts": (
        [("ag:yes 7 ; ag:no 4 ; ag:abstained 0 ;", "")],
        {(W, "VoteShape", "ag:yes|ag:no|ag:abstained")},
    ),
    "a reservation by nobody": (
        [('ag:person <person/eva> ; ag:personText "Eva Alm" ;', "")],
        {(V, "ReservationShape", "ag:person|ag:personText")},
    ),
    "a cited document without title": (
        [('dcterms:title "Tjänsteskrivelse" ;', "")],
        {(V, "CitedDocumentShape", "dcterms:title")},
    ),
    "a recipient without name": (
        [('rdfs:label "Styrelsen" ; ag:ofItem', "ag:ofItem")],
        {(V, "LabelShape", "rdfs:label")},
    ),
    "a recipient body as text": (
        [("ag:recipientBody <body/s>", 'ag:recipientBody "Styrelsen"')],
        {(V, "RecipientShape", "ag:recipientBody"), (V, "KnownBodyShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a group without label": (
        [('rdfs:label "arbetsgruppen" ;', "")],
        {
            (V, "LabelShape", "rdfs:label"),
            (V, "KnownBodyShape", "rdfs:label|dcterms:isReplacedBy"),
        },
    ),
    "a group of no body": ([("org:unitOf <body/s> ;", "")], {(W, "WorkingGroupShape", "org:unitOf")}),
    "a group of no kind": (
        [('ag:groupKindText "arbetsgrupp" ;', "")],
        {(V, "WorkingGroupShape", "ag:groupKindText")},
    ),
    "a group for a while": ([("ag:temporary true", 'ag:temporary "ja"')], {(V, "WorkingGroupShape", "ag:temporary")}),
    "a formation of nothing": (
        [("org:resultingOrganization <group/s/g> ;", "")],
        {(V, "GroupFormationShape", "org:resultingOrganization")},
    ),
    "an appointment of nobody": (
        [("ag:appointee <person/eva> ;", "")],
        {(W, "AppointmentShape", "ag:appointee")},
    ),
    "an appointment in no item": (
        [(f"{APPOINTMENT} {OF_ITEM}", APPOINTMENT)],
        {(V, "AppointmentShape", "ag:ofItem")},
    ),
    "an appointment for some time": (
        [('ag:toBody <group/s/g> ; ag:since "2024"^^xsd:gYear', 'ag:toBody <group/s/g> ; ag:since "2024"')],
        {(V, "AppointmentShape", "ag:since")},
    ),
    "an appointment in a month that is none": (
        [
            (
                'ag:toBody <group/s/g> ; ag:since "2024"^^xsd:gYear',
                'ag:toBody <group/s/g> ; ag:since "2024-13"^^xsd:gYearMonth',
            )
        ],
        {(V, "AppointmentShape", "ag:since")},
    ),
    "a membership without evidence": (
        [("prov:generated <meeting/m/item/1/appointment/a/membership> ;", "")],
        {
            (V, "MembershipShape", "prov:wasDerivedFrom/nif:anchorOf|^prov:generated/prov:wasDerivedFrom/nif:anchorOf"),
        },
    ),
    "a membership of nobody": (
        [(f"{MEMBERSHIP} org:member <person/eva> ;", MEMBERSHIP)],
        {(V, "MembershipShape", "org:member")},
    ),
    "a membership in nothing": ([("org:organization <group/s/g> ;", "")], {(V, "MembershipShape", "org:organization")}),
    "a membership that ends before it begins": (
        [('ag:endsOn "2025-03-31"^^xsd:date', 'ag:endsOn "2023-12-31"^^xsd:date')],
        {(V, "MembershipShape", "ag:beginsOn"), (W, "MembershipShape", "ag:decidedOn")},
    ),
    "a membership that begins at a time": (
        [('ag:beginsOn "2024-01-01"^^xsd:date', 'ag:beginsOn "2024"^^xsd:gYear')],
        {(V, "MembershipShape", "ag:beginsOn")},
    ),
    "a membership decided when it was over": (
        [('ag:decidedOn "2024-10-25"', 'ag:decidedOn "2025-10-25"')],
        {(W, "MembershipShape", "ag:decidedOn")},
    ),
    "a seat in nothing": ([("a org:Post ; org:postIn <body/s> ;", "a org:Post ;")], {(V, "SeatShape", "org:postIn")}),
    "a seat for nobody": (
        [("ag:seatFor <municipality/2380> ;", "")],
        {(V, "SeatShape", "ag:seatFor|ag:seatForText")},
    ),
    "an assignment to nobody": (
        [('ag:assigneeText "Förbundschef" ;', "")],
        {(V, "AssignmentShape", "ag:assignee|ag:assigneeText")},
    ),
    "an assignment without task": ([('ag:task "svara" ;', "")], {(V, "AssignmentShape", "ag:task")}),
    "an assignment due some day": (
        [('ag:due "2024-11-01"^^xsd:date', 'ag:due "november"')],
        {(V, "AssignmentShape", "ag:due")},
    ),
    "a mention of a thing": (
        [('ag:mentionKind "person"', 'ag:mentionKind "thing"')],
        {(V, "MentionShape", "ag:mentionKind")},
    ),
    "a warning without code": ([('ag:code "date-conflict" ;', "")], {(V, "ReadingWarningShape", "ag:code")}),
    "a person of two names": (
        [
            (
                '<person/bo> a person:Person, foaf:Person ; rdfs:label "Bo Ek"',
                '<person/bo> a person:Person ; rdfs:label "Bo Ek", "Bo Eek"',
            )
        ],
        {(V, "PersonShape", "rdfs:label")},
    ),
    "a person without name": (
        [('<person/bo> a person:Person, foaf:Person ; rdfs:label "Bo Ek" .', "<person/bo> a person:Person .")],
        {(V, "PersonShape", "rdfs:label"), (V, "KnownPersonShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a person whom nobody describes": (
        [('<person/bo> a person:Person, foaf:Person ; rdfs:label "Bo Ek" .', "")],
        {(V, "KnownPersonShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a body without name": (
        [
            (
                '<organisation/kf> a org:FormalOrganization ; rdfs:label "Kommunförbundet" .',
                "<organisation/kf> a org:FormalOrganization .",
            )
        ],
        {(V, "NamedShape", "rdfs:label"), (V, "KnownBodyShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a municipality whom nobody describes": (
        [("ag:seatFor <municipality/2380>", "ag:seatFor <municipality/9999>")],
        {(V, "KnownPlaceShape", "rdfs:label|dcterms:isReplacedBy")},
    ),
    "a redirect to nothing": (
        [("<person/eva-2> dcterms:isReplacedBy <person/eva>", "<person/eva-2> dcterms:isReplacedBy <person/none>")],
        {(V, "RedirectShape", "dcterms:isReplacedBy/rdfs:label")},
    ),
    "a redirect to two": (
        [
            (
                "<person/eva-2> dcterms:isReplacedBy <person/eva>",
                "<person/eva-2> dcterms:isReplacedBy <person/eva>, <person/bo>",
            )
        ],
        {(V, "RedirectShape", "dcterms:isReplacedBy")},
    ),
    "a fact of an item that is none": (
        [
            (
                "ag:seatFor <municipality/2380> ; ag:ofItem <meeting/m/item/1>",
                "ag:seatFor <municipality/2380> ; ag:ofItem <meeting/m>",
            )
        ],
        {(V, "KnownItemShape", None)},
    ),
    "a thing without class": (
        [("<meeting/m/item/1/cited/c> a ag:CitedDocument ;", "<meeting/m/item/1/cited/c>")],
        {(V, "TypedShape", "rdf:type")},
    ),
    "a judgement of one thing": (
        [("ag:judges <person/eva>, <person/eva-2>", "ag:judges <person/eva>")],
        {(V, "JudgementShape", "ag:judges")},
    ),
    "a judged feature without a weight": (
        [('ag:featureName "name" ; ag:weight 4.1', 'ag:featureName "name"')],
        {(V, "JudgedFeatureShape", "ag:weight")},
    ),
    "a value of the minutes that nothing corrects": (
        [(" ;\n  ag:correctedBy <correction/c>", "")],
        {(V, "MinutedValueShape", "ag:correctedBy")},
    ),
    "an identifier that identifies nothing": (
        [('a adms:Identifier ; skos:notation "2380"', "a adms:Identifier")],
        {(V, "IdentifierShape", "skos:notation")},
    ),
    "a correction without a reason": (
        [('ag:reason "Felskrivet" ;', "")],
        {(V, "CorrectionShape", "ag:reason")},
    ),
    "a count of no item": (
        [
            (
                '<meeting/m/item/1/count/seats> a ag:StatedCount ; rdfs:label "1 plats" ; ag:ofItem <meeting/m/item/1> ;',
                '<meeting/m/item/1/count/seats> a ag:StatedCount ; rdfs:label "1 plats" ;',
            )
        ],
        {(V, "StatedCountShape", "ag:ofItem")},
    ),
    "a count of something else": (
        [("count-kind\\/seats", "body-kind\\/namnd")],
        {(V, "StatedCountShape", "ag:counts")},
    ),
    "more members than are stated": (
        [
            (
                '"1 ledamot" ; ag:ofItem <meeting/m/item/1> ; ag:counts code:count-kind\\/members ;\n  ag:statedNumber 1',
                '"1 ledamot" ; ag:ofItem <meeting/m/item/1> ; ag:counts code:count-kind\\/members ;\n  ag:statedNumber 0',
            )
        ],
        {(W, "MemberCountShape", None)},
    ),
    "more substitutes than are stated": (
        [
            (
                "ag:counts code:count-kind\\/substitutes ;\n  ag:statedNumber 1",
                "ag:counts code:count-kind\\/substitutes ;\n  ag:statedNumber 0",
            )
        ],
        {(W, "SubstituteCountShape", None)},
    ),
    "another number of seats than is given out": (
        [
            (
                "ag:counts code:count-kind\\/seats ;\n  ag:statedNumber 1",
                "ag:counts code:count-kind\\/seats ;\n  ag:statedNumber 8",
            )
        ],
        {(W, "SeatCountShape", None)},
    ),
    "another number of votes than are named": (
        [("ag:yes 1 ;", "ag:yes 7 ;")],
        {(W, "BallotCountShape", None)},
    ),
    "a departure of nobody": ([('ag:departsText "Bo Ek" ;', "")], {(V, "DepartureShape", "ag:departsText")}),
    "a departure from nothing": ([("ag:fromBody <body/s> ;", "")], {(W, "DepartureShape", "ag:fromBody")}),
    "a dissolution of nothing": (
        [("org:originalOrganization <group/s/g> ;", "")],
        {(V, "DissolutionShape", "org:originalOrganization")},
    ),
    "a vacancy of no seat": (
        [
            (
                '"Vakant: ledamot" ; ag:ofItem <meeting/m/item/1> ; ag:role code:body-role\\/member ;',
                '"Vakant: ledamot" ; ag:ofItem <meeting/m/item/1> ;',
            )
        ],
        {(W, "VacancyShape", "org:postIn|ag:role|ag:roleText|ag:replacesText")},
    ),
    "a motion without text": ([('ag:text "bifall" ;', "")], {(V, "MotionShape", "ag:text")}),
    "a proposition without outcome": ([('ag:outcome "bifall" ;', "")], {(V, "PropositionShape", "ag:outcome")}),
    "a ballot of no vote": ([("ag:inVote <meeting/m/item/1/vote/2> ;", "")], {(V, "BallotShape", "ag:inVote")}),
    "a reference to nothing": ([('ag:target "§ 45" ;', "")], {(V, "ReferenceShape", "ag:target")}),
    "a quoted decision of nobody": (
        [('ag:citedBodyText "Nämnden" ;', "")],
        {(W, "QuotedDecisionShape", "ag:citedBodyText")},
    ),
    "an interval that ends before it begins": (
        [
            (
                'ag:beginsOn "2023-01-01"^^xsd:date ; ag:endsOn "2025-02-28"^^xsd:date ; ag:precision',
                'ag:beginsOn "2026-01-01"^^xsd:date ; ag:endsOn "2025-02-28"^^xsd:date ; ag:precision',
            )
        ],
        {(V, "IntervalShape", "ag:beginsOn")},
    ),
    "an instant at no time": (
        [('time:inXSDgYear "2023"^^xsd:gYear .', 'ag:asStated "2023" .')],
        {(V, "InstantShape", "time:inXSDDate|time:inXSDgYearMonth|time:inXSDgYear")},
    ),
    "a run of no program": (
        [("prov:wasAssociatedWith <software/aktorsgraf-1> .", 'rdfs:label "run" .')],
        {(V, "RunShape", "prov:wasAssociatedWith")},
    ),
    "a title held by nobody": ([("ag:holder <person/eva> ;", "")], {(V, "TitleHoldingShape", "ag:holder")}),
}
