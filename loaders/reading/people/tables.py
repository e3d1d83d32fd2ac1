"""Attendance in tables: columns with heads («Namn | Parti | Närvaro»)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile

from msgspec.structs import replace

from loaders.reading.lexicon.labels import OFFICE_KINDS, PEOPLE_KINDS, label_at
from loaders.reading.lexicon.places import municipality_of
from loaders.reading.pages.layout import Layout
from loaders.reading.people.attributes import attributes_of
from loaders.reading.people.crosses import PRESENT_CELL, as_crossed, is_crossed, with_service
from loaders.reading.people.grammar import read_people
from loaders.reading.people.phrase import Phrase
from loaders.reading.people.presence import items_of
from loaders.reading.people.surnames import surname_first
from loaders.reading.people.wordings import REPLACED_BY, REPLACES
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.flow import Flow, flow
from loaders.reading.text.sheet import Line


def _head(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, pattern, example, counter, at="whole")


COLUMN_HEADS = (
    _head("substitute", r"(?:tjänstgörande|personlig|inkallad|närvarande|tjg\.?|tj\.?)\s+(?:ersättare|suppleant|ers\.?)|(?:ersättare|suppleant)(?:\s+\((?:tjg\.?|tjänstgörande)\)|\s+som\s+tjänstg(?:ör|jorde))?|(?:ersätt(?:s|es)|ersatt(?:es|s)?|vikarieras)(?:\s+av)?|(?:i\s+)?(?:dennes|hans/hennes|ledamotens)\s+ställe|tjänstgör(?:ande)?\s+i\s*stället|ers\.\s+av", "Ersätts av", "Ersätter"),
    _head("name", r"(?:nr\.?\s+)?(?:(?:för-?\s*och\s+efter)?namn|ledam(?:ot|öter)(?:\s*(?:/|,|och)\s*[a-zåäö]+)?|medlem(?:mar)?|person|deltagare(?:\s+(?-i:[A-ZÅÄÖ]{2,5}))?|ordinarie(?:\s+ledamot)?|närvarande\s+ledamot)", "Ledamot", "Ledamöterna"),
    _head("sector", r"sektor|intresse(?:område)?|valkrets|krets", "Sektor", "Sektorn"),
    _head("replaces", r"(?:tjänstgör|tjg\.?|ersätter|ersättare|ers\.?)(?:\s+för)|ersätter", "Tjänstgör för", "Tjänstgöring"),
    _head("items", r"paragraf(?:er)?|§{1,2}|närvaro\s+§{1,2}", "Paragraf", "Paragrafen"),
    _head("organisation", r"organisation|part|huvudman|(?:intresse)?förening(?:ar)?|instans|avsändare|utsedd\s+av|representerar|företräder|förvaltning|nämnd|verksamhet|arbetsplats", "Representerar", "Organisationen"),
    _head("absence", r"frånv\.?|frånvaro|ej\s+närv(?:arande|\.)|förhinder", "Frånv.", "Närv."),
    _head("serves", r"tjg\.?|tj\.?\s?g\.?|tjänstg(?:ör|\.)?|tjänstgör(?:ing|ande)|beslutar", "Tjg.", "Tjg. för"),
    _head("party", r"parti(?:beteckning)?|grupp|nomineringsgrupp", "Parti", "Partier"),
    _head("municipality", r"kommun", "Kommun", "Kommunen"),
    _head("presence", r"närvaro|närvarande|närv\.?|deltog|status|på\s+plats", "Närv.", "Frånvaro"),
    _head("role", r"roll|funktion|uppdrag|uppgift|titel|befattning", "Uppdrag", "Uppdraget"),
    _head("number", r"nr|#|plats\s*nr", "Nr", "Nummer"),
    _head("vote", r"(?:ja|nej|avst\w{0,5}|blank\w?|frånv\w{0,6})\.?(?:[\s/]+(?:ja|nej|avst\w{0,5}|blank\w?|frånv\w{0,6})\.?){0,4}|röst|§\s?\d+", "Ja Nej Avst", "Jan"),
)  # fmt: skip
# a row of its own for who serves for the member on the row above
SERVES_ABOVE = Rule(
    "serves-above",
    r"\s*(?:\d{1,3}\s+)?\(?(?:(?:tjg|tj|tjänstg\w{0,6})\.?[\s-]*(?:ers(?:ättare)?\.?)?|ers(?:ättare)?[.:])\)?:?\s+(?=(?-i:[A-ZÅÄÖ]))",
    "  tjg ers Rolf Ek",
    "Ersättare Rolf Ek",
    at="start",
)
ABSENT_CELL = _head("absent", r"[-–—]|nej|frånvarande|ej\s+närvarande|förhinder|f|0", "Ej närvarande", "Närvarande")
_WIDE = re.compile(r"\S+(?:\s{1,2}\S+)*(?=\s{3,}|\s*$)")
_ABSENT_BEFORE = re.compile(r"(?:Frånvarande|Ej närvarande|(?:Anmält )?[Ff]örhinder|Frånv\.)\s*:\s*")
_SERVES = re.compile(r"\b(?:tj\.?\s?g|tjänstg|ersätter)", re.IGNORECASE)
_ABSENT_ANYWHERE = re.compile(r"(?:^|[\t|])\s*Frånvarande\s*(?:$|[\t|])")
_IS_MARK = re.compile(r"[-–—xX✓✔01fFnN]|ja|nej", re.IGNORECASE)
_YES_OR_NO = re.compile(r"^(?:ja|nej|x)\b[\s,;.]*", re.IGNORECASE)
_RANGE = re.compile(r"\d{1,4}\s*[-–]\s*\d{1,4}(?:,\s*\d{1,4}(?:\s*[-–]\s*\d{1,4})?)*")
_NAMES_WIDE = 12  # characters that names take below a head that leaves them out
_LOOKED_AT = 40  # rows of a table that tell how it gives names
_OTHERS_PARTY = re.compile(r"^\s*\([^()]{1,6}\)")
_ATTRIBUTES = frozenset({"party", "organisation", "municipality", "presence", "role"})

Entry = tuple[Phrase, Flow]


def column_kinds(text: str) -> list[str] | None:
    """Return what each column of a table holds, by its head line; None where the line heads no table of people."""
    cells = _cells(text) or _head_cells(text)
    if not 2 <= len(cells) <= 12:
        return None
    kinds = [_kind(text[a:b].strip().rstrip(":")) if (a, b) != (0, 0) else "name" for a, b in cells]
    if "\t" not in text and "|" not in text and not _is_wide_head(kinds):
        return None
    if "name" not in kinds and (kinds[0] == "substitute" or _is_list_label(text[slice(*cells[0])])):
        kinds[0] = "name"  # «Ersättare  Kommun  Parti», «Närvarande  Parti  Roll»: a list below its own heads
    if kinds[:3] == ["other", "name", "substitute"]:
        kinds[0] = "organisation"  # whoever sends them both
    return kinds if "name" in kinds and not _ATTRIBUTES.isdisjoint(kinds) else None


def _is_list_label(cell: str) -> bool:
    """Tell the label of a list in the place of the names' head."""
    hit = label_at(cell.strip(), PEOPLE_KINDS - OFFICE_KINDS)
    return hit is not None and hit.alone


def _is_wide_head(kinds: list[str]) -> bool:
    """Tell a head whose columns only wide gaps part."""
    return kinds[0] in ("name", "number", "substitute")


def read_table(layout: Layout, head: int, first: int, last: int) -> tuple[list[Entry], int]:
    """Read the rows from `first` on, under the head line `head`, as far as the table goes; also returns the line after it."""
    if first < last and (column_kinds(layout.lines[first].text) or [])[:1] == ["name"]:
        head, first = first, first + 1  # the lower of two lines of heads
    kinds = _with_presence(column_kinds(layout.lines[head].text) or [], layout.lines[first:last])
    columns = _head_cells(layout.lines[head].text)
    reverse = _names_reversed(layout, first, min(last, first + _LOOKED_AT))
    looked_at = list(takewhile(_is_row, layout.lines[first : min(last, first + _LOOKED_AT)]))
    kinds = with_service(kinds, [_told_in(line.text, kinds, columns) for line in looked_at])
    crossed = is_crossed(_told_in(line.text, kinds, columns) for line in looked_at)
    apart = "substitute" in kinds and any(_tells_absence(_told_in(line.text, kinds, columns)) for line in looked_at)
    found: list[Entry] = []
    for i in range(first, last):
        line = layout.lines[i]
        if line.blank or (i > first and column_kinds(line.text) is not None):
            return found, i
        if layout.furniture[i] is not None or not line.text.strip("|:- \t"):
            continue
        cells = _cells(line.text)
        places = list(enumerate(cells)) if cells else _below(columns, _wide_row(line.text, kinds))
        if len(places) < 2:
            return found, i
        if reverse and "substitute" in kinds:
            spans = [(kinds[k] if k < len(kinds) else "other", line.start + a, line.start + b) for k, (a, b) in places]
            found += _read_pair([(kind, flow(layout.sheet, [(a, b)])) for kind, a, b in spans])
            continue
        told = [(kinds[k] if k < len(kinds) else "other", line.text[a:b].strip()) for k, (a, b) in places]
        row = [(kind, cell) for kind, cell in told if cell]
        part = flow(layout.sheet, [line.span])
        entries = _read_row(part, row, reverse=reverse, apart=apart) or _read_more(part, row, found)
        if found and entries and SERVES_ABOVE.holds(line.text):
            found[-1], entries = _serving_above(found[-1], entries)
        found += [(as_crossed(phrase, dict(row)), where) for phrase, where in entries] if crossed else entries
    return found, last


def _told_in(text: str, kinds: list[str], columns: list[tuple[int, int]]) -> dict[str, str]:
    """Return what a row tells under each head."""
    cells = _cells(text)
    places = list(enumerate(cells)) if cells else _below(columns, _wide_cells(text))
    return {kinds[k]: text[a:b].strip() for k, (a, b) in places if k < len(kinds)}


def _with_presence(kinds: list[str], lines: tuple[Line, ...]) -> list[str]:
    """Take the first column of a voting list that holds nothing but marks, and whose head tells nothing, for the presence."""
    if "presence" in kinds or "vote" not in kinds:
        return kinds
    rows = [[line.text[a:b].strip() for a, b in _cells(line.text)] for line in takewhile(_is_row, lines)]
    for k, kind in enumerate(kinds):
        held = [cells[k] for cells in rows if k < len(cells) and len(cells) > 2 and cells[0]]
        if kind == "other" and held and all(_IS_MARK.fullmatch(cell) for cell in held):
            return [*kinds[:k], "presence", *kinds[k + 1 :]]
    return kinds


def _serving_above(above: Entry, entries: list[Entry]) -> tuple[Entry, list[Entry]]:
    """Let who stands on a row of their own («tjg ers Rolf Ek») serve for the member on the row above."""
    (phrase, part), *others = entries
    if "serving-substitute" in above[0].roles:
        return above, entries
    served = replace(phrase, replaces=above[0].name, roles=("serving-substitute",))
    return (replace(above[0], present=False, replaced=True), above[1]), [(served, part), *others]


def _names_reversed(layout: Layout, first: int, last: int) -> bool:
    """Tell whether the rows of a table begin with names that give the surname first («Alm Eva, Kökar»)."""
    rows = [line.text for line in takewhile(_is_row, layout.lines[first:last])]
    cells = [
        row[slice(*(_cells(row) or _wide_cells(row))[0])].strip() for row in rows if (_cells(row) or _wide_cells(row))
    ]
    return surname_first(cells)


def _is_row(line: Line) -> bool:
    return not line.blank and column_kinds(line.text) is None


def _read_pair(cells: list[tuple[str, Flow]]) -> list[Entry]:
    """Read a row with a member and a personal substitute, each with its mark in the next column, surnames first."""
    found: list[tuple[str, Phrase, Flow]] = []
    for kind, cell in cells:
        if kind in ("name", "substitute"):
            found += [(kind, phrase, cell) for phrase in read_people(cell, reverse=True)[:1]]
        elif kind == "presence" and found:
            who, phrase, part = found[-1]
            there = ABSENT_CELL.find(cell.text.strip()) is None
            found[-1] = (who, attributes_of(replace(phrase, present=there), cell.text.strip(" xX✓✔-–—")), part)
    entries = [(phrase, part) for _, phrase, part in found]
    if [kind for kind, _, _ in found] != ["name", "substitute"]:
        return entries
    (member, where), (substitute, beside) = entries
    if member.present is False and substitute.present is not False:
        served = replace(substitute, replaces=member.name, roles=("serving-substitute",))
        return [(replace(member, replaced=True), where), (served, beside)]
    return [(member, where), (replace(substitute, roles=("substitute", *substitute.roles)), beside)]


def _cells(text: str) -> list[tuple[int, int]]:
    """Cut a line at tabs or pipes, empty cells kept; pipes can close a row at both ends or only part its cells."""
    pipes = text.count("|") >= 2 or " | " in text
    if not pipes and "\t" not in text:
        return []
    edges = [at for at, character in enumerate(text) if character == ("|" if pipes else "\t")]
    if not pipes or text[: edges[0]].strip():
        edges.insert(0, -1)
    if not pipes or text[edges[-1] + 1 :].strip():
        edges.append(len(text))
    return [(low + 1, high) for low, high in pairwise(edges)]


def _wide_cells(text: str) -> list[tuple[int, int]]:
    """Cut a line at wide gaps."""
    return [match.span() for match in _WIDE.finditer(text)]


def _wide_row(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    """Cut a row at wide gaps; its number goes with the name where it has no column of its own."""
    cells = _wide_cells(text)
    if len(cells) > 1 and kinds[:1] == ["name"] and text[slice(*cells[0])].rstrip(".").isdigit():
        cells[:2] = [(cells[0][0], cells[1][1])]
    return cells


def _head_cells(text: str) -> list[tuple[int, int]]:
    """Cut the head of a table at wide gaps; where only the names have no head above them, theirs is empty."""
    cells = _wide_cells(text)
    attributes = [_kind(text[a:b].strip()) for a, b in cells]
    unnamed = len(cells) > 1 and cells[0][0] >= _NAMES_WIDE and {"party", "presence"} <= set(attributes)
    return [(0, 0), *cells] if unnamed and "name" not in attributes else cells


def _below(columns: list[tuple[int, int]], cells: list[tuple[int, int]]) -> list[tuple[int, tuple[int, int]]]:
    """Put each cell of a row under the column that begins nearest to it; a second one there is beside the columns."""
    row: dict[int, tuple[int, int]] = {}
    beside = len(columns)
    for cell in cells:
        nearest = min(range(len(columns)), key=lambda k: abs(columns[k][0] - cell[0]))
        if nearest in row:
            nearest, beside = beside, beside + 1
        row[nearest] = cell
    return list(row.items())


@lru_cache(maxsize=4096)
def _kind(cell: str) -> str:
    rule = first_rule(COLUMN_HEADS, cell)
    return "other" if rule is None else rule.name


def _tells_absence(row: dict[str, str]) -> bool:
    """Tell a row that says of the member to be away, or of the substitute to serve («Frånvarande: Eva Alm   Bo Ek, tjg»)."""
    return (
        _ABSENT_BEFORE.match(row.get("name", "")) is not None or _SERVES.search(row.get("substitute", "")) is not None
    )


def _read_row(part: Flow, row: list[tuple[str, str]], *, reverse: bool, apart: bool) -> list[Entry]:
    """Read one row of cells, each with what its column holds: the member, and who serves for them or whom they replace.

    With `reverse`, the row begins with a name that gives the surname first; where absence is told `apart`, in the cells
    of those concerned, the other members are there.
    """
    cell = dict(reversed(row))
    if reverse:
        turned = read_people(part, reverse=True)
        people = [*turned, *(p for p in read_people(part) if turned and p.start >= turned[-1].name_end)]
        cell["name"] = " ".join(p.name for p in turned[:1])
        row = [("name", cell["name"]) if kind == "name" else (kind, text) for kind, text in row]
    else:
        people = read_people(part)
    member = next((p for p in people if p.name in cell.get("name", "")), None)
    if member is None:
        return []
    bare = Phrase(member.name, member.start, len(part.text), member.name_end)
    served = _served(row)
    told = _told(member.name, [cell for cell in _own_cells(row) if cell != ("items", served)])
    phrase = _marked(attributes_of(bare, told), cell.get("presence", ""), part.text)
    if _ABSENT_BEFORE.match(cell.get("name", "")) is not None:
        phrase = replace(phrase, present=False)
    sender = cell.get("organisation", "")
    if sender[:1].isupper() and phrase.organisation is None and municipality_of(sender) is None:
        phrase = replace(phrase, organisation=sender)
    other = next((p for p in people if p is not member and (p.name not in cell["name"] or p.replaced)), None)
    if other is None:
        return [(phrase, part)]
    before, _, after = told.partition(part.text[other.start : other.name_end])
    before = before.rstrip(" (")
    serves = REPLACES.find(before)
    if serves is not None:
        own = attributes_of(bare, f"{told[: serves.start()]}; {_OTHERS_PARTY.sub('', after)}")
        return [(one, part) for one in _serving(replace(own, present=phrase.present), other)]
    if other.name in cell.get("substitute", "") or REPLACED_BY.holds(before):
        serving = other if served is None else replace(other, items=items_of(f"§ {served}"))
        if apart and phrase.present is not False and not _tells_absence(cell):
            beside = replace(serving, organisation=serving.organisation or phrase.organisation)
            return [(phrase, part), (replace(beside, roles=("substitute",)), part)]
        return [(one, part) for one in _with_substitute(phrase, serving, _mark_behind(row, other.name))]
    return [(phrase, part)]


def _own_cells(row: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out the substitute and what stands behind, where member and substitute have a column of presence each."""
    kinds = [kind for kind, _ in row]
    at = kinds.index("substitute") if "substitute" in kinds else len(kinds)
    each = "presence" in kinds[:at] and "presence" in kinds[at:] and "name" in kinds[:at]
    return row[:at] if each else row


def _read_more(part: Flow, row: list[tuple[str, str]], above: list[Entry]) -> list[Entry]:
    """Read a row without a member: another substitute for the one above, for other §§."""
    cells = dict(row)
    if not above or "substitute" not in cells or "name" in cells:
        return []
    served = _served(row)
    member = next((phrase for phrase, _ in reversed(above) if "serving-substitute" not in phrase.roles), None)
    return [
        (
            replace(
                other, replaces=member.name, roles=("serving-substitute",), items=other.items or items_of(f"§ {served}")
            ),
            part,
        )
        for other in read_people(part)[:1]
        if member is not None
    ]


def _served(row: list[tuple[str, str]]) -> str | None:
    """Return the §§ in the column behind the substitutes', which tell when the substitute served."""
    at = next((k for k, (kind, _) in enumerate(row) if kind == "substitute"), len(row))
    return next((text for kind, text in row[at + 1 :] if kind == "items"), None)


def _marked(phrase: Phrase, mark: str, text: str) -> Phrase:
    """Tell by the mark of a row, or a word anywhere in its text, whether somebody was there."""
    if ABSENT_CELL.holds(mark) or _ABSENT_ANYWHERE.search(text):
        return replace(phrase, present=False)
    return replace(phrase, present=True) if PRESENT_CELL.holds(mark) else phrase


def _serving(phrase: Phrase, other: Phrase) -> tuple[Phrase, Phrase]:
    """Let whom a row is about serve for the other, who is then absent."""
    stated = [role for role in phrase.roles if role not in ("serving-substitute", "substitute", "member")]
    gone = replace(other, present=False, replaced=True, roles=(), items=None, organisation=None, title=None)
    return replace(phrase, replaces=other.name, roles=("serving-substitute", *stated)), gone


def _with_substitute(member: Phrase, other: Phrase, mark: str | None) -> tuple[Phrase, Phrase]:
    """Put a substitute beside a member: there or not by the substitute's own `mark`; serving where nothing says otherwise."""
    if mark is not None and (ABSENT_CELL.holds(mark) or member.present):
        place, sender = other.municipality or member.municipality, other.organisation or member.organisation
        there = not ABSENT_CELL.holds(mark)
        return member, replace(other, present=there, roles=("substitute",), municipality=place, organisation=sender)
    serving = replace(
        other, replaces=member.name, roles=("serving-substitute",), organisation=member.organisation,
        municipality=member.municipality, items=other.items or (items_of(mark) if mark is not None else None),
    )  # fmt: skip
    stayed = member.items is not None or member.left is not None or member.arrived is not None
    return replace(member, present=True) if stayed else replace(member, present=False, replaced=True), serving


def _mark_behind(row: list[tuple[str, str]], name: str) -> str | None:
    """Return the mark in the column behind a substitute, where the table has one."""
    at = next((k for k, (kind, text) in enumerate(row) if kind == "substitute" and name in text), len(row))
    return next((text for kind, text in row[at + 1 :] if kind == "presence"), None)


def _told(name: str, row: list[tuple[str, str]]) -> str:
    """Write what a row says of a member as the text after a name."""
    told = []
    for kind, text in row:
        if kind == "name" and name in text:
            told.append(text.split(name, 1)[-1])
        elif kind == "party":
            told.append(f"({text.strip('()')})")
        elif kind == "replaces":
            told.append(f"ersätter {text}")
        elif kind == "items":
            told.append(f"§ {text.lstrip('§ ')}" if text[:1].isdigit() or text[:1] == "§" else text)
        elif kind == "presence" and _RANGE.fullmatch(text):
            told.append(f"§ {text}")
        elif kind == "presence" and not _IS_MARK.fullmatch(text):
            told.append(_YES_OR_NO.sub("", text))
        elif kind not in ("number", "sector", "substitute", "presence", "vote", "absence", "serves"):
            told.append(text)
    return "; ".join(told)
