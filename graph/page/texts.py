"""The page's own words in Swedish and English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["sv", "en"]


@dataclass(frozen=True, slots=True)
class Texts:
    """Words for one language. `matches` is for one and for several; `relations` reads a link from its start and from its end; nothing where the facts say it."""

    shared_only: str
    sizes: dict[str, str]
    widths: dict[str, str]
    strongest: str
    empty: str
    search: str
    search_hint: str
    no_match: str
    matches: tuple[str, str]
    show: str
    lines: str
    show_all: str
    close: str
    evidence: str
    more_quotes: str
    network: str
    help: str
    needs_script: str
    kinds: dict[str, str]
    plurals: dict[str, str]
    filters: dict[str, str]
    without: dict[str, str]
    line_names: dict[str, str]
    relations: dict[str, tuple[str, str]]
    facts: dict[str, str]
    role_names: dict[str, str]


SWEDISH = Texts(
    shared_only="Personer visas när de finns i minst två av organen och grupperna.",
    sizes={
        "bodies": "En persons storlek visar i hur många organ och grupper.",
        "degree": "Storleken visar antalet länkar.",
        "betweenness": "Storleken visar hur många kortaste vägar mellan andra som går igenom.",
    },
    widths={
        "tie": "Linjens bredd visar antalet möten.",
        "met": "Linjens bredd visar antalet möten.",
        "served-for": "Linjens bredd visar antalet gånger.",
        "given-to": "Linjens bredd visar hur många uppdrag organet gett samma mottagare.",
    },
    strongest="Av {all} länkar visas {shown}: de starkaste för var och en. Med --min-weight visas alla av en lägsta vikt.",
    empty="Här finns inget att visa.",
    search="Sök i nätverket",
    search_hint="Del av ett namn; ↓ visar alla",
    no_match="Ingen träff",
    matches=("{count} träff", "{count} träffar"),
    show="Visa",
    lines="Linjer",
    show_all="Visa allt",
    close="Stäng",
    evidence="Belägg",
    more_quotes="och {count} till",
    network="Nätverket som bild",
    help="Klicka på en nod, eller sök och tryck Retur. Esc stänger.",
    needs_script="Bilden ritas med JavaScript, som är avstängt i den här webbläsaren.",
    kinds={"body": "Organ", "group": "Grupp", "person": "Person", "assignment": "Uppdrag", "title": "Titel"},
    plurals={
        "body": "organ",
        "group": "grupper",
        "person": "personer",
        "assignment": "uppdrag",
        "title": "titlar",
    },
    filters={"party": "Partier", "municipality": "Kommuner", "community": "Grupperingar"},
    without={"party": "Utan parti", "municipality": "Utan kommun", "community": "Utan gruppering"},
    line_names={
        "tie": "Uppdrag eller närvaro",
        "convener": "Sammankallande",
        "visit": "Gäst, föredragande",
        "part-of": "Del av",
        "met": "Har mötts",
        "served-for": "Tjänstgjorde för",
        "gave": "Gav uppdraget",
        "given-to": "Uppdraget gick till",
    },
    relations={
        "tie": ("", ""),
        "part-of": ("Del av", "Har delen"),
        "met": ("", ""),
        "served-for": ("Tjänstgjorde för", "Ersattes av"),
        "gave": ("Gav uppdraget", "Gavs av"),
        "given-to": ("Gick till", "Fick uppdraget"),
    },
    facts={
        "organisation": "Organisation",
        "noun": "Benämning",
        "task": "Uppgift",
        "party": "Parti",
        "municipality": "Kommun",
        "community": "Gruppering",
        "roles": "Roll",
        "period": "Tid",
        "meetings": "Möten",
        "people": "Personer",
        "shared": "varav delade",
        "bodies": "Organ och grupper",
        "where": "I",
        "item": "Paragraf",
        "given": "Gavs",
        "due": "Senast",
        "met": "Möten tillsammans",
        "served-for": "Gånger",
    },
    role_names={
        "chair": "ordförande",
        "vice-chair": "vice ordförande",
        "member": "ledamot",
        "serving-substitute": "tjänstgörande ersättare",
        "substitute": "ersättare",
        "secretary": "sekreterare",
        "adjuster": "justerare",
        "presenter": "föredragande",
        "official": "tjänsteperson",
        "guest": "gäst",
        "other": "övrig närvarande",
        "representative": "representant",
        "reserve": "reserv",
        "convener": "sammankallande",
        "auditor": "revisor",
    },
)
ENGLISH = Texts(
    shared_only="People are shown when they are found in at least two of the bodies and groups.",
    sizes={
        "bodies": "A person's size shows in how many bodies and groups.",
        "degree": "Size shows the number of links.",
        "betweenness": "Size shows how many shortest ways between others go through.",
    },
    widths={
        "tie": "A line's width shows the number of meetings.",
        "met": "A line's width shows the number of meetings.",
        "served-for": "A line's width shows the number of times.",
        "given-to": "A line's width shows how many assignments the body gave the same assignee.",
    },
    strongest="Of {all} links {shown} are shown: the strongest of everybody. With --min-weight all of a least weight are.",
    empty="There is nothing to show.",
    search="Search the network",
    search_hint="Part of a name; ↓ lists all",
    no_match="No match",
    matches=("{count} match", "{count} matches"),
    show="Show",
    lines="Lines",
    show_all="Show all",
    close="Close",
    evidence="Evidence",
    more_quotes="and {count} more",
    network="The network as a picture",
    help="Click a node, or search and press Enter. Esc closes.",
    needs_script="The picture is drawn with JavaScript, which is off in this browser.",
    kinds={"body": "Body", "group": "Group", "person": "Person", "assignment": "Assignment", "title": "Title"},
    plurals={
        "body": "bodies",
        "group": "groups",
        "person": "people",
        "assignment": "assignments",
        "title": "titles",
    },
    filters={"party": "Parties", "municipality": "Municipalities", "community": "Communities"},
    without={"party": "No party", "municipality": "No municipality", "community": "No community"},
    line_names={
        "tie": "Membership or attendance",
        "convener": "Convener",
        "visit": "Guest, presenter",
        "part-of": "Part of",
        "met": "Have met",
        "served-for": "Served for",
        "gave": "Gave the assignment",
        "given-to": "Was told to do it",
    },
    relations={
        "tie": ("", ""),
        "part-of": ("Part of", "Has part"),
        "met": ("", ""),
        "served-for": ("Served for", "Replaced by"),
        "gave": ("Gave the assignment", "Given by"),
        "given-to": ("Given to", "Was told to do"),
    },
    facts={
        "organisation": "Organisation",
        "noun": "Called",
        "task": "Task",
        "party": "Party",
        "municipality": "Municipality",
        "community": "Community",
        "roles": "Role",
        "period": "Time",
        "meetings": "Meetings",
        "people": "People",
        "shared": "of whom shared",
        "bodies": "Bodies and groups",
        "where": "In",
        "item": "Item",
        "given": "Given",
        "due": "Due",
        "met": "Meetings together",
        "served-for": "Times",
    },
    role_names={
        "chair": "chair",
        "vice-chair": "vice chair",
        "member": "member",
        "serving-substitute": "serving substitute",
        "substitute": "substitute",
        "secretary": "secretary",
        "adjuster": "adjuster",
        "presenter": "presenter",
        "official": "official",
        "guest": "guest",
        "other": "also present",
        "representative": "representative",
        "reserve": "reserve",
        "convener": "convener",
        "auditor": "auditor",
    },
)
TEXTS: dict[Language, Texts] = {"sv": SWEDISH, "en": ENGLISH}
