"""Offices told in a sentence before the items («Sekreterare är Siri Klövergård»)."""

from __future__ import annotations

from loaders.reading.pages.layout import Layout
from loaders.reading.people.seen import Seen, note_people
from loaders.reading.rules import Rule
from loaders.reading.text.flow import flow
from loaders.reading.text.letters import UPPER

_ADJUSTERS = r"(?:justerare|justeringsperson(?:er)?)"
_CHOSEN = r"(?:utsågs|valdes|utses|väljs)"
_IS = r"(?:är|var|för\s+mötet\s+var)"
# each is named by the list that the people belong to
TOLD_OFFICES = (
    Rule(
        "adjuster",
        rf"(?:justera(?:s|de|des)?\s+(?:protokollet\s+)?av|(?:till|som)\s+{_ADJUSTERS}\s+{_CHOSEN}"
        rf"|justera\s+(?:dagens\s+)?protokollet?\s+{_CHOSEN})\s+(?P<name>[^.;\n]{{3,60}})",
        "Protokollet justeras av Eva Alm",
        "Protokollet justeras den 3 maj",
    ),
    Rule(
        "adjuster",
        rf"(?P<name>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{1,2}}(?:\s\([^()]{{1,6}}\))?(?:\s+och\s+[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{1,2}}(?:\s\([^()]{{1,6}}\))?)?)"
        rf"\s+{_CHOSEN}\s+(?:till\s+(?:dagens\s+)?{_ADJUSTERS}|(?:till\s+)?att,?\s+(?:(?:jämte|tillsammans\s+med)\s+ordföranden,?\s+)?justera)\b",
        "Eva Alm utses att jämte ordföranden justera protokollet.",
        "Ordföranden utses att justera protokollet.",
        cased=True,
    ),
    Rule(
        "secretary",
        rf"(?:sekreterare|protokollförare)\s+{_IS}\s+(?P<name>[^.;,\n]{{3,40}})",
        "Sekreterare är Siri Klövergård.",
        "Sekreteraren är sjuk",
    ),
    Rule(
        "secretary",
        rf"(?P<name>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{1,2}})\s+(?:för|förde|skrev|skriver)\s+(?:dagens\s+|mötets\s+|minnes)?(?:protokoll|anteckningar)(?:et|na)?\b"
        rf"|(?:protokollet|(?:minnes)?anteckningarna)\s+(?:förs|fördes|skrevs|förd|fört)\s+av\s+(?P<by>[{UPPER}][\w-]+(?:\s[{UPPER}][\w-]+){{1,2}})",
        "Eva Alm förde anteckningarna.",
        "Eva Alm för talan",
        cased=True,
    ),
    Rule(
        "chair",
        rf"ordförande\s+{_IS}\s+(?P<name>[^.;,\n]{{3,40}})",
        "Ordförande för mötet var Eva Alm.",
        "Ordföranden var nöjd",
    ),
)


# who opens the meeting leads it, whatever the list of people says
OPENED = Rule(
    "opened",
    r"\b(?:mötes)?ordförande(?:n)?,?\s+(?P<name>[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+){1,2})(?:\s+\([\wÅÄÖ]{1,4}\))?,?\s+(?:öppna|förklara|hälsa|inled)(?:r|de|er)\b",
    "Ordförande Eva Alm öppnade mötet.",
    "Ordföranden öppnade mötet.",
)
_OPENING = 12  # lines from the first head in which the meeting is opened


def read_front_sentences(layout: Layout, first_head: int) -> list[Seen]:
    """Read the offices told in the lines before the first item, and who opens the meeting in those from it on."""
    seen: list[Seen] = []
    for i in layout.text_lines(0, first_head):
        line = layout.lines[i]
        for rule in TOLD_OFFICES:
            match = rule.find(line.text)
            if match is not None:
                low, high = match.span("name" if match["name"] is not None else "by")
                seen += note_people(flow(layout.sheet, [(line.start + low, line.start + high)]), rule.name)
    for i in layout.text_lines(first_head, min(first_head + _OPENING, len(layout.lines))):
        line = layout.lines[i]
        match = OPENED.find(line.text)
        if match is not None:
            low, high = match.span("name")
            seen += note_people(flow(layout.sheet, [(line.start + low, line.start + high)]), "chair")
            break
    return seen
