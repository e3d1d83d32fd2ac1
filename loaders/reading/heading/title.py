"""The title block: body, organisation and number of the minutes."""

from __future__ import annotations

import re

import msgspec

from loaders.reading.heading.bodies import BODY, BODY_NOUN, as_name, definite, is_organisation, split_body, trim_title
from loaders.reading.heading.found import Found
from loaders.reading.heading.line_names import is_fuller, line_name
from loaders.reading.heading.place import PLACE_LINE, without_place
from loaders.reading.heading.title_forms import ASSEMBLY, COLUMN_NUMBER, NO_NAME, NUMBER, TITLES
from loaders.reading.lexicon.labels import ALL_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.layout import Layout
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER, clean, fold

_PEOPLE_BELOW = frozenset({"members", "serving", "absent", "substitutes", "delegates", "secretary", "chair"})
_BREAKS_OFF = re.compile(r"\b(?:med|i|för|från|hos|av|vid)$")
_BODY_ENDS = re.compile(rf"\s(?:med|i|för)\s+[{UPPER}][\w-]*{BODY_NOUN}$")
_PLACE_BELOW = re.compile(rf"[{UPPER}][\w-]+(?:\s+[{UPPER}][\w-]+){{0,3}}")
_NAME_LINE = re.compile(rf"[{UPPER}][\w-]+(?:\s(?:[{UPPER}][\w-]+|och|i|I|för|vid)){{1,5}}")
_ABBREVIATED = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s[\w-]+){{0,4}}\s\([{UPPER}]{{2,6}}\)")
_ONE_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?:rådet|nätverket|forum|förbundet|samverkan)(?:\s[{UPPER}][\w-]+){{0,3}}")
_MEETING_LINE = re.compile(r"protokoll|anteckning|möte|sammanträde|kallelse|utdrag|beslut", re.IGNORECASE)
_LONE_LABEL = re.compile(
    r"\s*(?:(?:Organ|Nämnd|Beslutsorgan|Instans)\s*:?|[^\W\d][\w ]{1,30}:)\s*"
)  # the body stands in the next cell
_WIDE_GAP = re.compile(r"[\t|]|\s{2,}")
_SECOND_LINE = re.compile(rf"[{UPPER}{LOWER} ]+\b(?:LÄN|län)")
_COUNTY = re.compile(rf"[{UPPER}][{UPPER}{LOWER}]+(?:[ -][{UPPER}][{UPPER}{LOWER}]+)?(?:\slän)?")
_NAMED_BY_PLACE = re.compile(  # an organisation that is named by where it is, on the next line
    r"Länsstyrelsen|(?:kommunalf|kommunf|samordningsf|räddningstjänstf|räddningsf|regionf|gymnasief|idrottsf)[öo]rbundet|föreningen|stiftelsen|landstinget|region",
    re.IGNORECASE,
)
_COMMON_NOUN = re.compile(r"\b(?:Län|Kommun|Stad|Utveckling)\b")
_NUMBER_HEAD = re.compile(r"\s{2,}(Nr)(?:\s{2,}|\s*$)")
_NUMBER_CELL = re.compile(r"(?<=\s\s)(\d{1,3})(?=\s\s|\s*$)")
_LONGEST_NAME = 80
_NEAR = 200  # characters in which the second line of a name stands
_LONGEST = 400  # characters of a line that can be a title's

Span = tuple[int, int]


def read_title(layout: Layout, front: list[int], found: Found) -> None:
    """Find body and organisation in the title block: a title's wording first, then lines that name one."""
    block = _title_block(layout, front)
    any(_read_wording(found, start, end) for start, end in _joined_titles(layout, block))
    cells = [cell for i in block for cell in _cells(layout.lines[i].text, layout.lines[i].start)]
    _read_fuller_name(found, cells)
    for start, end in cells:
        _read_number(found, start, end)
    for i in block:
        _read_number_below(layout, i, found)
    _read_names(found, cells)
    if found.has("body") and not found.has("organisation") and len(cells) > 1:
        _read_first_line(found, *cells[0])


def _title_block(layout: Layout, front: list[int]) -> list[int]:
    """Take the lines above the first list of people, sixteen at most."""
    block = []
    for i in front[:16]:
        hit = label_at(layout.lines[i].text, PEOPLE_KINDS)
        if hit is not None and hit.kind in _PEOPLE_BELOW:
            break
        if len(layout.lines[i].text) <= _LONGEST:
            block.append(i)
    return block


def _joined_titles(layout: Layout, block: list[int]) -> list[Span]:
    """List the block's lines, each also joined with the next where it breaks off («… sammanträde med»)."""
    spans = []
    for k, i in enumerate(block):
        end = layout.lines[i].end
        if k + 1 < len(block) and (
            _BREAKS_OFF.search(layout.lines[i].text.rstrip()) or _wraps(layout, i, block[k + 1])
        ):
            end = layout.lines[block[k + 1]].end
        spans.append((layout.lines[i].start, end))
    return spans


def _wraps(layout: Layout, i: int, following: int) -> bool:
    """Tell whether a title's body goes on in the next line («… med Samverkansnämnden / Västra Värmland»)."""
    text, below = layout.lines[i].text.rstrip(), layout.lines[following].text.strip()
    return (
        following == i + 1
        and len(text) >= 40
        and _BODY_ENDS.search(text) is not None
        and _PLACE_BELOW.fullmatch(below) is not None
        and label_at(below, ALL_KINDS) is None
    )


def _read_wording(found: Found, start: int, end: int) -> bool:
    """Read one title by the first form that it fits; returns whether it names the body."""
    raw = found.sheet.text[start:end].replace("\n", " ").replace("\r", " ")
    text = raw.lstrip("# \t\u00a0\f")
    offset = start + len(raw) - len(text)
    for rule in TITLES:
        match = rule.find(text)
        name = without_place(trim_title(match["body"])) if match is not None else ""
        if match is None or not _names_body(name):
            continue
        name = name if rule.name == "abbreviation-meeting" else as_name(name)
        if rule.name in ("board-meeting", "board-meeting-of"):
            name = "Styrelsen"
        elif rule.name == "group-meeting":
            name = definite(name)
        body, after = split_body(name)
        if after is not None:
            at = offset + max(text.find(after, match.start("body")), 0)
            found.note("organisation", after, at, at + len(after))
        found.note("body", body, offset + match.start("body"), offset + match.end("body"))
        organisation = match.groupdict().get("org")
        if organisation and len(organisation) < 90:
            low, high = match.span("org")
            found.note("organisation", without_place(trim_title(organisation)), offset + low, offset + high)
        return found.has("body")
    return False


def _names_body(name: str) -> bool:
    """Tell a body from where the meeting was held («sammanträde i Habo»), and from a sentence's other words."""
    if BODY.search(name):
        return not NO_NAME.holds(name)
    return (
        name[:1].isupper() and municipality_of(name) is None and not PLACE_LINE.holds(name) and not NO_NAME.holds(name)
    )


def _cells(text: str, offset: int) -> list[Span]:
    """Cut a line at tabs, pipes and wide gaps; a label in a cell of its own is left out."""
    gaps = [match.span() for match in _WIDE_GAP.finditer(text)]
    edges = zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)], strict=True)
    told = ((low, high) for low, high in edges if text[low:high].strip() and not _LONE_LABEL.fullmatch(text[low:high]))
    return [(offset + low, offset + high) for low, high in told]


def _read_number(found: Found, start: int, end: int) -> None:
    text = found.sheet.text[start:end]
    match = NUMBER.find(text) or COLUMN_NUMBER.find(text)
    if match is not None:
        group = next(group for group in match.groups() if group)
        at = start + text.index(group, match.start())
        found.note("number", re.sub(r"\s+", "", group), at, at + len(group))


def _read_number_below(layout: Layout, i: int, found: Found) -> None:
    """Read the number under a column's head («Sammanträdesdatum   Nr» / «17.11.2016   10»)."""
    head = _NUMBER_HEAD.search(layout.lines[i].text)
    if head is None or i + 1 >= len(layout.lines):
        return
    below = layout.lines[i + 1]
    cells = [match for match in _NUMBER_CELL.finditer(below.text) if abs(match.start(1) - head.start(1)) <= 4]
    if cells:
        low, high = cells[0].span(1)
        found.note("number", cells[0][1], below.start + low, below.start + high)


def _read_names(found: Found, cells: list[Span]) -> None:
    """Read the lines that are the name of a body or of an organisation and nothing else."""
    organisation: tuple[int, int, str] | None = None
    for start, end in cells:
        if ASSEMBLY.holds(words := line_name(found.sheet.text[start:end])):
            found.note("body", as_name(words), start, end)
    for start, end in cells:
        words = line_name(found.sheet.text[start:end])
        if not words or len(words) > 80 or NO_NAME.holds(words) or re.search(r"\d{3}", words):
            continue
        named = is_given_name(words.split()[0])  # «Eva Alm (MP)»
        abbreviated = (
            _ABBREVIATED.fullmatch(clean(found.sheet.text[start:end])) and not BODY.search(words) and not named
        )
        if abbreviated or (is_organisation(words) and split_body(words)[1] is None):
            organisation = organisation or (start, end, words)
        elif not found.has("body") and BODY.search(words) and len(words.split()) <= 9 and words[0].isupper():
            name, after = split_body(as_name(words))
            found.note("body", name, start, end)
            found.note("organisation", after, start, end)
    if organisation is not None:
        _note_organisation(found, *organisation)


def _read_fuller_name(found: Found, cells: list[Span]) -> None:
    """Take the name that a line of its own gives in full, where the title only has the body's noun («Styrgruppen», «rådets möte»)."""
    body = found.meeting.body
    for start, end in cells if body is not None else ():
        words = line_name(found.sheet.text[start:end])
        if body is not None and is_fuller(words, body) and len(words) <= _LONGEST_NAME and split_body(words)[1] is None:
            found.meeting = msgspec.structs.replace(found.meeting, body=words)
            found.evidence.append(found.sheet.evidence(start, end))
            return


def _read_first_line(found: Found, start: int, end: int) -> None:
    """Take the organisation from a first line that is a name of several words and says nothing of the body or the meeting."""
    words = clean(found.sheet.text[start:end].lstrip("# \t\f\r\n"))
    body = found.meeting.body or ""
    of_board = (body == "Styrelsen" and "styrelse" not in words.lower()) or ASSEMBLY.holds(body)
    if (
        (_NAME_LINE.fullmatch(words) or (of_board and _ONE_NAME.fullmatch(words)))
        and not NO_NAME.holds(words)
        and (of_board or not BODY.search(words))
        and not _MEETING_LINE.search(words)
    ):
        found.note("organisation", as_name(words), start, end)


def _is_its_place(words: str) -> bool:
    """Tell the place that an organisation is named by («Kommunförbundet / VÄSTERNORRLAND») from a body and a title."""
    titled = BODY.search(words) or _MEETING_LINE.search(words) or NO_NAME.holds(words)
    return _COUNTY.fullmatch(words) is not None and not titled


def _note_organisation(found: Found, start: int, end: int, words: str) -> None:
    """Note an organisation, of which the second line can follow («KOMMUNAL UTVECKLING / JÖNKÖPINGS LÄN»)."""
    near = [line.strip() for line in found.sheet.text[end : end + _NEAR].split("\n") if line.strip()][:2]
    by_place = _NAMED_BY_PLACE.fullmatch(words) is not None
    places = [cell for line in near if _is_its_place(cell := _WIDE_GAP.split(line)[0])] if by_place else near
    below = next(iter(places), "")
    if below and (by_place or (len(below) < 40 and _SECOND_LINE.fullmatch(below))):
        words = f"{words} {below}"
        end = found.sheet.text.index(below, end) + len(below)
    if words.isupper():
        words = _COMMON_NOUN.sub(lambda match: match.group().lower(), as_name(words))
    if fold(words) != fold(found.meeting.body or ""):
        found.note("organisation", words, start, end)
