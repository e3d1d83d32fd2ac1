"""Tables of those chosen («Befattning, Namn, Tid»): one a row."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.minutes import Appointment
from loaders.reading.facts.action_tables import cells_of
from loaders.reading.facts.election_bodies import ELECTION_TITLE, body_in_title
from loaders.reading.facts.election_roles import find_roles
from loaders.reading.items.context import Context, Item
from loaders.reading.lexicon.names import find_names
from loaders.reading.lexicon.terms import find_terms
from loaders.reading.rules import Rule, first_rule
from loaders.reading.text.letters import clean


def _head(name: str, pattern: str, example: str, counter: str) -> Rule:
    return Rule(name, rf"(?:{pattern}):?", example, counter, at="whole")


ELECTION_HEADS = (
    _head("role", r"befattning|uppdrag|roll|post|funktion", "Befattning", "Befattningar"),
    _head("name", r"namn|vald(?:a)?|person|valdes", "Namn", "Namnval"),
    _head(
        "term", r"tid|mandat(?:tid|period)?|period|t\.?o\.?m\.?|till\s+och\s+med|år|väljs\s+till", "Mandattid", "Tider"
    ),
)
_FEWEST = frozenset({"role", "name"})


def read_election_tables(item: Item, context: Context) -> Iterator[Appointment]:
    """Yield those chosen by the tables of an item whose title tells of an election."""
    if not ELECTION_TITLE.holds(item.title.text):
        return
    sheet = item.title.sheet
    for part in item.parts:
        kinds: list[str] = []
        for stretch in part.stretches:
            text = sheet.text[stretch.start : stretch.end]
            cells = [text[low:high].strip() for low, high in cells_of(text)]
            head = [_kind(cell) for cell in cells]
            if set(head) >= _FEWEST:
                kinds = head
            elif len(cells) < 2 or stretch.gap:
                kinds = kinds if not text.strip("|:- \t") else []
            elif kinds:
                row = dict(zip(kinds, cells, strict=False))
                yield from _chosen(row, item, context, (stretch.start, stretch.end))


def _kind(cell: str) -> str:
    rule = first_rule(ELECTION_HEADS, cell)
    return "other" if rule is None else rule.name


def _chosen(row: dict[str, str], item: Item, context: Context, span: tuple[int, int]) -> Iterator[Appointment]:
    role = next(find_roles(row["role"]), None)
    if role is None:
        return
    stated = row.get("term")
    term = next(iter(find_terms(stated or "")), None)
    for name in find_names(row.get("name", ""), context.known):
        yield Appointment(
            person=name.name,
            role=role.role,
            body=body_in_title(item),
            since=term.since if term is not None else None,
            until=term.until if term is not None else None,
            term=clean(stated) if stated else None,
            evidence=(item.title.sheet.evidence(*span),),
        )
