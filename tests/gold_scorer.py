"""Compare parsed minutes with hand-made annotations, family by family.

A rule names the fields of a family and how each is compared; a field that the annotation leaves out is not compared.
Spelling noise (case, diacritics, punctuation) never counts. Scores are F1 over all documents together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Fact = Mapping[str, Any]
Same = Callable[[Any, Any], bool]


def plain(value: object) -> str:
    """Fold to lower-case letters and digits with single spaces."""
    letters = unicodedata.normalize("NFKD", str(value or "").lower())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in letters if not unicodedata.combining(c))))


def near(ratio: float) -> Same:
    """Build a comparison that allows `1 - ratio` of spelling noise."""

    def same(want: object, got: object) -> bool:
        a, b = plain(want), plain(got)
        return a == b or (bool(a and b) and SequenceMatcher(None, a, b, autojunk=False).ratio() >= ratio)

    return same


def same_plain(want: object, got: object) -> bool:
    """Compare short values: a number, a party, a time, a date."""
    return plain(want) == plain(got)


def same_span(want: object, got: object) -> bool:
    """Compare presence intervals («§§ 135–141, 143»)."""
    a, b = (re.findall(r"\d+|[a-z]\b|-", str(v or "").lower().replace("–", "-")) for v in (want, got))
    return a == b


def same_part(want: object, got: object) -> bool:
    """Accept a longer or shorter form of a title or an organisation."""
    a, b = plain(want), plain(got)
    return near(0.8)(want, got) or (bool(a and b) and (a in b or b in a))


def begins_same(want: object, got: object) -> bool:
    """Compare partial dates as far as the annotation says."""
    return (not want and not got) or (bool(want) and str(got or "").startswith(str(want)))


def same_set(want: Sequence[str], got: Sequence[str] | None) -> bool:
    """Compare roles, in any order."""
    return set(want) == set(got or ())


def same_people(want: Sequence[str], got: Sequence[str] | None) -> bool:
    """Compare members, in any order."""
    left = list(got or ())
    for name in want:
        hit = next((other for other in left if near(0.88)(name, other)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def same_assignees(want: Sequence[str], got: Sequence[str] | None) -> bool:
    """Find every assignee, also under its longer name («arbetsgruppen» for «arbetsgrupp för …»)."""

    def same(a: str, b: str) -> bool:
        stem = re.sub(r"(en|et|na|n|t)$", "", a.partition(" ")[0])
        return near(0.65)(a, b) or (len(stem) > 5 and stem in b)

    others = [plain(name) for name in got or ()]
    return all(any(same(plain(a), b) or same(b, plain(a)) for b in others) for a in want)


RULES: Mapping[str, Mapping[str, Same]] = {
    "meeting": {"field": same_plain, "value": same_plain, "text": near(0.8)},
    "participants": {"name": near(0.88)},
    "participation": {
        "name": near(0.88), "roles": same_set, "present": same_plain, "municipality": near(0.8), "party": same_plain,
        "replaces": near(0.8), "items": same_span, "from": same_plain, "until": same_plain,
        "organisation": same_part, "title": same_part,
    },
    "items": {"number": same_plain, "title": near(0.88)},
    "decisions": {"item": same_plain, "text": near(0.9)},
    "groups": {
        "item": same_plain, "name": near(0.6), "members": same_people, "convener": near(0.88), "deadline": same_plain,
        "change": same_plain,
    },
    "appointments": {
        "item": same_plain, "person": near(0.88), "role": same_plain, "body": near(0.6), "municipality": near(0.88),
        "from": begins_same, "until": begins_same, "term": near(0.8), "replaces": near(0.88), "substitute_for": near(0.88),
    },
    "seats": {"item": same_plain, "body": near(0.8), "municipality": near(0.88)},
    "assignments": {"item": same_plain, "assignee": same_assignees, "deadline": same_plain, "deadline_text": near(0.8), "report_to": near(0.88)},
    "recipients": {"item": same_plain, "name": near(0.85)},
    "mentions": {"name": near(0.8)},
    "kinds": {"item": same_plain, "text": near(0.9), "kind": same_plain, "proposal_to": near(0.88)},
    "motions": {"item": same_plain, "movers": same_people, "supporters": same_people, "kind": same_plain},
    "propositions": {"item": same_plain, "outcome": near(0.8)},
    "votes": {
        "item": same_plain, "yes": same_plain, "no": same_plain, "abstained": same_plain, "yes_means": near(0.8),
        "no_means": near(0.8), "outcome": near(0.8),
    },
    "ballots": {"item": same_plain, "person": near(0.88), "vote": same_plain},
    "reservations": {"item": same_plain, "person": near(0.88), "kind": same_plain},
    "references": {"item": same_plain, "kind": same_plain, "target": same_plain, "body": near(0.8), "date": same_plain},
    "quoted": {"item": same_plain, "body": near(0.8), "text": near(0.85), "date": same_plain},
    "departures": {
        "item": same_plain, "person": near(0.88), "kind": same_plain, "role": same_plain, "body": near(0.8), "from": begins_same,
    },
    "vacancies": {"item": same_plain, "role": same_plain, "body": near(0.8), "party": same_plain},
    "dissolutions": {"item": same_plain, "name": near(0.7)},
}  # fmt: skip
OF_ITEMS = (
    "decisions", "groups", "appointments", "seats", "assignments", "recipients", "motions", "propositions", "votes",
    "reservations", "references", "quoted", "departures", "vacancies", "dissolutions",
)  # fmt: skip
"""Families that an item holds."""
WORDED = ("body", "organisation", "place")
STATED = ("number", "date", "start", "end", "first_item", "last_item", "adjusted_on", "next_date")


@dataclass
class Tally:
    """Counts of one family, and what went wrong in words."""

    wanted: int = 0
    found: int = 0
    hit: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.wanted + self.found) if self.wanted + self.found else 1.0

    def add(self, other: Tally) -> None:
        self.wanted += other.wanted
        self.found += other.found
        self.hit += other.hit
        self.faults += other.faults


def meeting_facts(meeting: Fact, asked: Fact) -> Iterator[Fact]:
    """Turn the fields that the annotation takes a side on into facts."""
    for name in (*WORDED, *STATED):
        if name in asked and meeting.get(name) is not None:
            yield {"field": name, "text" if name in WORDED else "value": meeting[name]}


def by_municipality(seats: Sequence[Fact]) -> list[Fact]:
    """Make one fact of each seat."""
    return [{**seat, "municipality": name} for seat in seats for name in seat["municipalities"]]


def ballots(votes: Sequence[Fact]) -> list[Fact]:
    """Make one fact of each vote that somebody cast."""
    return [{**ballot, "item": vote["item"]} for vote in votes for ballot in vote.get("named") or ()]


def annotated(gold: Fact) -> dict[str, list[Fact]]:
    """Arrange an annotation by family; on a family that it leaves out it takes no side."""
    facts: dict[str, list[Fact]] = {name: list(gold[name]) for name in RULES if name in gold}
    facts["meeting"] = list(meeting_facts(gold["meeting"], gold["meeting"]))
    if "participants" in gold:
        facts["participation"] = facts["participants"]
    if "seats" in gold:
        facts["seats"] = by_municipality(facts["seats"])
    if "recipients" in gold:
        facts["recipients"] = [{"item": r["item"], "name": r.get("recipient")} for r in facts["recipients"]]
    if "mentioned_bodies" in gold:
        facts["mentions"] = [{"name": name} for name in gold["mentioned_bodies"]]
    if "votes" in gold:
        facts["ballots"] = ballots(facts["votes"])
    if any("kind" in point for point in facts.get("decisions", ())):
        facts["kinds"] = facts["decisions"]
    return facts


def parsed(minutes: Fact, gold: Fact) -> dict[str, list[Fact]]:
    """Arrange parsed minutes by family."""
    items = minutes.get("items") or []
    facts: dict[str, list[Fact]] = {
        name: [{**fact, "item": item["number"]} for item in items for fact in item.get(name) or []] for name in OF_ITEMS
    }
    facts["seats"] = by_municipality(facts["seats"])
    facts["kinds"] = facts["decisions"]
    facts["ballots"] = ballots(facts["votes"])
    facts["reservations"] = [{"kind": "reservation", **fact} for fact in facts["reservations"]]
    facts["meeting"] = list(meeting_facts(minutes.get("meeting") or {}, gold["meeting"]))
    facts["participants"] = facts["participation"] = list(minutes.get("participants") or [])
    facts["items"] = list(items)
    facts["mentions"] = [fact for fact in minutes.get("mentions") or [] if fact["kind"] == "body"]
    return facts


def compare(family: str, wanted: Sequence[Fact], found: Sequence[Fact], tally: Tally, where: str) -> None:
    """Pair each wanted fact with one found fact and add to the tally; of mentions only the wanted ones count."""
    left = list(found)
    for want in wanted:
        rules = [(name, same) for name, same in RULES[family].items() if name in want]
        hit = next((got for got in left if all(same(want[name], got.get(name)) for name, same in rules)), None)
        if hit is None:
            tally.faults.append(f"{where}: {family} lacks {dict(want)}")
        else:
            left.remove(hit)
            tally.hit += 1
    tally.wanted += len(wanted)
    tally.found += len(wanted) if family == "mentions" else len(found)
    if family != "mentions":
        shown = [{k: v for k, v in fact.items() if k in RULES[family]} for fact in left]
        tally.faults += [f"{where}: {family} has {fact} too many" for fact in shown]


def score(pairs: Sequence[tuple[Fact, Fact]]) -> dict[str, Tally]:
    """Score pairs of annotation and parsed minutes."""
    tallies = {family: Tally() for family in RULES}
    for gold, minutes in pairs:
        wanted, found = annotated(gold), parsed(minutes, gold)
        for family, facts in wanted.items():
            compare(family, facts, found.get(family, []), tallies[family], gold["document"])
    return tallies


def untrue_evidence(minutes: Fact, text: str) -> list[str]:
    """List facts without evidence, and evidence that does not quote the text exactly."""
    faults: list[str] = []
    for person in minutes["participants"]:
        faults += [] if person.get("evidence") else [f"no evidence for {person['name']}"]
    for item in minutes["items"]:
        facts = [fact for value in item.values() if isinstance(value, list) for fact in value if "quote" not in fact]
        faults += [f"no evidence in {item['number']} for {fact}" for fact in (item, *facts) if not fact.get("evidence")]
    nodes: list[Any] = [minutes]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict) and "quote" in node:
            true = text[node["start"] : node["end"]] == node["quote"] != ""
            faults += [] if true else [f"false quote {node}"]
        elif isinstance(node, dict | list):
            nodes += node.values() if isinstance(node, dict) else node
    return faults
