"""The lists of people: under which label, from which line to which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.lexicon.attendance import ATTENDING, told_kind
from loaders.reading.lexicon.labels import ALL_KINDS, OFFICE_KINDS, PEOPLE_KINDS, LabelHit, label_at
from loaders.reading.lexicon.names import find_names, opens_with_name
from loaders.reading.pages.layout import Layout
from loaders.reading.pages.stacked import stacked_blocks
from loaders.reading.people.attributes import title_like
from loaders.reading.people.column_heads import cells_of, label_columns
from loaders.reading.people.grammar import is_lead_role
from loaders.reading.people.tables import column_kinds
from loaders.reading.people.told import Paragraph
from loaders.reading.text.given import is_given_name
from loaders.reading.text.letters import LOWER, UPPER

# what a section says of those in it: the role, and whether they were there
SECTION_ROLES: dict[str, tuple[str | None, bool]] = {
    "members": ("member", True),
    "delegates": ("member", True),
    "from-board": (None, True),
    "serving": ("serving-substitute", True),
    "substitutes": ("substitute", True),
    "idle-substitutes": ("substitute", True),
    "personal-substitutes": ("substitute", True),
    "absent": ("member", False),
    "absent-substitutes": ("substitute", False),
    "officials": ("official", True),
    "guests": ("guest", True),
    "coopted": ("other", True),
    "staff-representatives": ("other", True),
    "without-vote": ("other", True),
    "others": ("other", True),
    "presenters": ("presenter", True),
    "secretary": ("secretary", True),
    "presenting-secretary": ("secretary", True),
    "adjuster": ("adjuster", True),
    "chair": ("chair", True),
    "vice-chair": ("vice-chair", True),
    "moved": (None, True),
}
"""Labels that name one office and no list of a body's people."""
_TOLD = "told"
"""What stands in sentences, which are read by themselves."""
_SUBSTITUTES = frozenset({"serving", "substitutes", "idle-substitutes"})
_TITLE_LABEL = re.compile(
    rf"\s{{0,40}}(?:(?P<led>Verkställande\sdirektör(?:en)?|VD|Vd)(?:\s?:\s*|\s{{2,}}|\t)|(?P<title>[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+)?):\s*)(?=[{UPPER}])"
)
_AWAY = frozenset({"absent", "absent-substitutes"})
_NO_STAFF = _AWAY | _SUBSTITUTES  # lists of a body's people, among whom an office's («Leaderkontoret: …») are not
_FROM_OTHERS = re.compile(rf"\s*(?:Från|För)\s+[{UPPER}][^:,.]{{2,50}}:\s*")  # whose people, below those who are absent
_OF_OFFICE = re.compile(rf"\s*[{UPPER}][\w-]*(?:kontoret|kansliet|sekretariatet|förvaltningen):\s+(?=[{UPPER}])")
_WRITTEN = re.compile(r"(?:Protokoll|(?:Minnes)?[Aa]nteckningar)\s*:?")
_OFFICE_ALONE = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,2}}n")
_WORDS_ALONE = re.compile(rf"\s{{0,40}}[{UPPER}]\w+(?:\s[\w-]+){{1,7}}\s*")
_ROLE_CELL = re.compile(rf"\s{{0,40}}(?P<role>[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,2}})(?:\t+|\s{{3,}})(?=[{UPPER}])")
_LABEL_INSIDE = re.compile(rf"(?<=[.;])\s+(?=[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+){{0,3}}:)")
_TOLD_LABEL_INSIDE = re.compile(
    rf"(?<=[.;])\s+(?P<label>[{UPPER}][{LOWER}]+(?:\s[{LOWER}]+)?)(?:\s+(?:under|vid|till)\s+(?:punkt|§)\s*\S+)?\s+(?:var|är|deltog)\s+(?=[{UPPER}])"
)


@dataclass(frozen=True, slots=True)
class Section:
    """A list of people: its label and the lines [first, last) of the layout that it takes; it begins at `offset` in the first.

    It is `mixed` where the label above, right below which it stands, introduces the same people: none says who is which.
    """

    kind: str
    words: str
    first: int
    last: int
    offset: int
    mixed: bool = False


@dataclass(frozen=True, slots=True)
class InnerLabel:
    """A label at the start of a later sentence of a line, and where the sentence and the label's content begin."""

    kind: str
    words: str
    start: int
    content: int


def find_sections(layout: Layout, first: int, last: int, told: Sequence[Paragraph] = ()) -> list[Section]:
    """Find the lists of people in the lines [first, last), each up to the next label or heading, none in what is `told` in sentences."""
    opened: list[tuple[str, str, int, int]] = []
    numbers = layout.text_lines(first, last)
    sentences = {i for one in told for i in range(one.first, one.last)}
    stacked = stacked_blocks(layout, numbers)
    blocks = {lines[0]: label for label, lines in stacked.items()}
    for k, i in enumerate(numbers):
        text = layout.lines[i].text
        if i in sentences:
            opened.append((_TOLD, "", i, 0))
            continue
        if i in stacked:
            continue
        if i in blocks and (above := label_at(layout.lines[blocks[i]].text, ALL_KINDS)) is not None:
            opened.append((above.kind, above.words, i, 0))
            continue
        hit = label_at(text, ALL_KINDS, bare=True)
        if column_kinds(text) is not None:
            listed = hit is not None and hit.kind in SECTION_ROLES
            opened.append((hit.kind if hit is not None and listed else "members", "", i, 0))
            continue
        if hit is None and (columns := label_columns(text)) is not None:  # «Ledamot   Personlig ersättare»
            opened.append((columns[0].kind, "", i, 0))
            continue
        if hit is not None and _is_cell(layout, i, hit, opened):
            continue
        if hit is not None and not _is_role_below(layout, numbers, k, hit):
            names = hit.kind == "adjusting" and opens_with_name(text[hit.end :])  # «Justering   Eva Alm»
            opened.append(("adjuster" if names else hit.kind, hit.words, i, hit.end))
        elif (unlabelled := _opened_without(layout, numbers, k, opened)) is not None:
            opened.append(unlabelled)
        opened += [(inner.kind, inner.words, i, inner.content) for inner in labels_inside(text)]
    ends = [*(i for _, _, i, _ in opened[1:]), last]
    return [
        Section(kind, words, i, max(end, i + 1), offset, mixed)
        for (kind, words, i, offset), end, mixed in zip(opened, ends, _mixed(layout, opened), strict=False)
        if kind in SECTION_ROLES
    ]


def _is_cell(layout: Layout, i: int, hit: LabelHit, opened: list[tuple[str, str, int, int]]) -> bool:
    """Tell a cell of a table of people («Frånvarande: Eva Alm   Bo Ek», below «Ledamöter   Ersättare») from a label."""
    if not opened or hit.kind not in _AWAY or hit.alone or len(cells_of(layout.lines[i].text)) < 2:
        return False
    above = opened[-1][2]
    gap = any(layout.lines[j].blank for j in range(above, i))
    return not gap and label_columns(layout.lines[above].text) is not None


def _mixed(layout: Layout, opened: list[tuple[str, str, int, int]]) -> list[bool]:
    """Mark the last of labels right below each other that introduce members and substitutes together: none says who is which."""
    marks = []
    above: set[str] = set()
    for k, (kind, _, i, offset) in enumerate(opened):
        empty = k > 0 and opened[k - 1][2] == i - 1 and not layout.lines[i - 1].text[opened[k - 1][3] :].strip()
        above = {*above, kind} if empty and opened[k - 1][3] else {kind}
        alone = not layout.lines[i].text[offset:].strip()
        marks.append(alone and len(above) > 1 and "members" in above and not above.isdisjoint(_SUBSTITUTES))
    return marks


def _opened_without(
    layout: Layout, numbers: list[int], k: int, opened: list[tuple[str, str, int, int]]
) -> tuple[str, str, int, int] | None:
    """Return the list that a line opens which is no label: an office, or whose people follow."""
    i = numbers[k]
    text = layout.lines[i].text
    if numbers[k + 1 : k + 2] == [i + 1] and (kind := _told_above(text, layout.lines[i + 1].text)) is not None:
        return kind, text.strip(), i, len(text)
    if (title := _TITLE_LABEL.match(text)) is not None and (title["led"] or title_like(title["title"])):
        return "officials", title["led"] or title["title"], i, title.end() if title["led"] else 0
    if opened and opened[-1][0] in _AWAY and _FROM_OTHERS.fullmatch(text) is not None:
        return "others", text.strip(), i, len(text)
    if opened and opened[-1][0] in _NO_STAFF and (office := _OF_OFFICE.match(text)) is not None:
        return "officials", office.group().strip(), i, office.end()
    if opened and _is_office_above(layout, numbers, k):
        return "officials", text.strip(), i, len(text)
    return _goes_on(layout, i, opened)


def _goes_on(layout: Layout, i: int, opened: list[tuple[str, str, int, int]]) -> tuple[str, str, int, int] | None:
    """Return the list that goes on right below sentences among its rows, or below an office's row that reads as a label."""
    if opened and opened[-1][0] in OFFICE_KINDS and _has_role_cell(layout.lines[i].text):
        lists = (kind for kind, *_ in reversed(opened) if kind not in OFFICE_KINDS and kind in SECTION_ROLES)
        return next(lists, "others"), "", i, 0
    if not opened or opened[-1][0] != _TOLD or layout.lines[i - 1].blank:
        return None
    return next(((kind, words, i, 0) for kind, words, _, _ in reversed(opened) if kind != _TOLD), None)


def _told_above(text: str, below: str) -> str | None:
    """Return the kind of list that a line in the words of attendance opens above somebody's name («Frånvarande ledamot»)."""
    if names_writer(text, below):
        return "secretary"
    kind = told_kind(text.strip()) if _WORDS_ALONE.fullmatch(text) is not None else None
    named = kind is not None and kind not in OFFICE_KINDS and next(find_names(below), None) is not None
    return ("members" if kind == ATTENDING else kind) if named else None


def _has_role_cell(text: str) -> bool:
    """Tell a row of a list whose first column has offices («Kassör   Eva Alm»), below one that reads as a label («Ordförande   Bo Ek»)."""
    cell = _ROLE_CELL.match(text)
    if cell is None or not opens_with_name(text[cell.end() :]):
        return False
    return title_like(cell["role"]) or is_lead_role(cell["role"])


def names_writer(text: str, below: str) -> bool:
    """Tell «Protokoll» above the name of who wrote them from a title («Protokoll / Kommunstyrelsen»)."""
    name = next(find_names(below.strip()), None) if _WRITTEN.fullmatch(text.strip()) else None
    return name is not None and name.start == 0 and is_given_name(name.name.split()[0])


def labels_inside(text: str) -> list[InnerLabel]:
    """Find labels at the start of a later sentence of a line («… Åmål. Anmält förhinder: …»), in order."""
    return sorted(_labels_inside(text), key=lambda label: label.content)


def _labels_inside(text: str) -> Iterator[InnerLabel]:
    for match in _LABEL_INSIDE.finditer(text):
        hit = label_at(text[match.end() :], PEOPLE_KINDS)
        if hit is not None and not hit.alone:
            yield InnerLabel(hit.kind, hit.words, match.start(), match.end() + hit.end)
    for match in _TOLD_LABEL_INSIDE.finditer(text):
        hit = label_at(match["label"] + ":", PEOPLE_KINDS) or label_at(f"{match['label']} deltog:", PEOPLE_KINDS)
        if hit is not None:
            yield InnerLabel(hit.kind, match.group(), match.start(), match.end())


def _is_office_above(layout: Layout, numbers: list[int], k: int) -> bool:
    """Tell an office alone above who holds it («Verkställande direktören / Göran Wendt»)."""
    i, below = numbers[k], numbers[k + 1 : k + 2]
    if not below or below[0] != i + 1 or i == 0 or not layout.lines[i - 1].blank:
        return False
    text, name = layout.lines[i].text.strip(), next(find_names(layout.lines[i + 1].text.strip()), None)
    return _OFFICE_ALONE.fullmatch(text) is not None and title_like(text) and name is not None and name.start == 0


def _is_role_below(layout: Layout, numbers: list[int], k: int, hit: LabelHit) -> bool:
    """Tell a role written under a name («Elise Ackerot / Sekreterare») from a label above one."""
    i = numbers[k]
    if k == 0 or not hit.alone or hit.kind not in OFFICE_KINDS or layout.lines[i].text.rstrip().endswith(":"):
        return False
    if numbers[k - 1] != i - 1:
        return False
    above = layout.lines[i - 1].text.strip()
    names = list(find_names(above))
    if len(names) != 1 or names[0].end - names[0].start < len(above) - 3:
        return False
    return i + 1 >= len(layout.lines) or next(find_names(layout.lines[i + 1].text.strip()), None) is None
