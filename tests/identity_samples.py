"""Minutes for tests of identity and mapping: from hand-made annotations, and made up with short words."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from missing import missing

from loaders.identity import Identities, mentions_of, resolve
from loaders.minutes import Attendance, Evidence, Meeting, Minutes, Source

SHARED = Path(__file__).parent.parent.parent / "shared"
PROOF = (Evidence(start=0, end=4, quote="text"),)
BASE = "https://exempel.se/id/"
_IN_ITEMS = ("decisions", "groups", "appointments", "seats", "assignments", "recipients", "statements")


def shared_path(*parts: str) -> Path:
    """Return a file of the annotations, which are kept beside the checkout; without them the test fails in CI."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        missing(f"the annotated minutes, which are kept beside the checkout: there is no {path}")
    return path


def gold_minutes(name: str) -> Minutes:
    """Read an annotation as minutes. Its facts are true, their evidence is made up."""
    gold = json.loads(shared_path("gold", f"{name}.json").read_text("utf-8"))
    items = [
        {
            "number": item["number"],
            "title": item["title"],
            "evidence": [_evidence(item["title"])],
            **{family: _facts(gold.get(family, []), family, item["number"]) for family in _IN_ITEMS},
        }
        for item in gold["items"]
    ]
    participants = [{**entry, "evidence": [_evidence(entry["name"])]} for entry in gold["participants"]]
    for entry in participants:
        entry.setdefault("roles", [])
    data = {
        "source": _source(name, gold["document"]),
        "meeting": {**gold["meeting"], "evidence": [_evidence(gold["meeting"]["body"])]},
        "participants": participants,
        "items": items,
        "mentions": [
            {"kind": "body", "name": body, "evidence": [_evidence(body)]} for body in gold["mentioned_bodies"]
        ],
    }
    return msgspec.convert(data, Minutes)


def _facts(facts: list[dict[str, Any]], family: str, item: str) -> list[dict[str, Any]]:
    """Return an item's facts of one family in the form of the minutes."""
    found = []
    for fact in facts:
        if fact["item"] != item:
            continue
        entry = {key: value for key, value in fact.items() if key != "item"}
        if "starts" in entry:
            entry["text"] = entry.pop("starts")
        if family == "recipients":
            entry["name"] = entry.pop("recipient")
        if family == "assignments":
            entry.setdefault("task", "att göra det")
        found.append({**entry, "evidence": [_evidence(family)]})
    return found


def _evidence(quote: str) -> dict[str, Any]:
    start = int(hashlib.sha256(quote.encode()).hexdigest()[:3], 16)
    return {"start": start, "end": start + len(quote), "quote": quote}


def _source(seed: str, name: str) -> dict[str, Any]:
    digest = hashlib.sha256(seed.encode()).hexdigest()
    return {"name": name, "sha256": digest, "media_type": "text/plain", "language": "sv", "characters": 5000}


def source(seed: str) -> Source:
    """Make a source; `seed` stands for its content."""
    return msgspec.convert(_source(seed, f"{seed}.txt"), Source)


def minutes_of(
    people: Iterable[Attendance | str],
    *,
    body: str | None = "Styrelsen",
    organisation: str | None = None,
    date: str = "2023-01-12",
    **more: Any,
) -> Minutes:
    """Make the minutes of one meeting; a name alone stands for a member who is present."""
    listed = tuple(member(person) if isinstance(person, str) else person for person in people)
    seed = repr((listed, body, organisation, date, more))
    meeting = Meeting(body=body, organisation=organisation, date=dt.date.fromisoformat(date), evidence=PROOF)
    return Minutes(source=source(seed), meeting=meeting, participants=listed, **more)


def member(name: str, **more: Any) -> Attendance:
    """Make a member who is present."""
    return Attendance(name=name, roles=more.pop("roles", ("member",)), present=True, evidence=PROOF, **more)


def resolved(*minutes: Minutes) -> Identities:
    """Resolve some minutes together."""
    return resolve([mentions_of(each) for each in minutes], BASE)


def person_in(identities: Identities, minutes: Minutes, name: str, municipality: str | None = None) -> str:
    """Return the IRI of somebody named in the minutes."""
    person = identities.resolution(mentions_of(minutes)).person(name, municipality)
    assert person is not None, f"{name} is nobody in {minutes.source.name}"
    return person.iri
