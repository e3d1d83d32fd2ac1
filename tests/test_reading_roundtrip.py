"""Minutes rendered from random facts in many layouts are read back to the same facts, and nearly so after a scan's damage."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from gold_scorer import plain, untrue_evidence
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_samples import parse
from roundtrip_facts import Facts, facts
from roundtrip_layouts import ATTENDANCES, DECISIONS, FRONTS, HEADS, SENTS, TABLES, Style, render, scanned

STYLES = st.builds(
    Style, st.sampled_from(FRONTS), st.sampled_from(ATTENDANCES + TABLES), st.sampled_from(HEADS), st.sampled_from(DECISIONS),
    st.sampled_from(SENTS), st.booleans(), st.sampled_from((60, 80, 100, 400)),
)  # fmt: skip
EXAMPLES = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ROLES = {"serving": "serving-substitute"}


def expected_people(told: Facts) -> dict[str, tuple[Any, ...]]:
    """Say what must be read of each person: roles, whether present, party, municipality, whom they replace, title."""
    result: dict[str, tuple[Any, ...]] = {}
    for p in told.people:
        roles = {ROLES.get(p.role, p.role)} | ({"adjuster"} if p.name == told.adjuster else set())
        elected = p.role not in ("official", "secretary")
        result[p.name] = (
            roles,
            True,
            p.party if elected else None,
            p.municipality if elected else None,
            p.replaces,
            p.title,
        )
        if p.replaces is not None:
            result[p.replaces] = ({"member"}, False, p.party, p.municipality, None, None)
    return result


def replaced_by_nobody(told: Facts) -> Facts:
    return replace(told, people=tuple(replace(person, replaces=None) for person in told.people))


def people_read(minutes: Any) -> dict[str, tuple[Any, ...]]:
    return {
        p["name"]: (
            set(p["roles"]),
            p["present"],
            p.get("party"),
            p.get("municipality"),
            p.get("replaces"),
            p.get("title"),
        )
        for p in minutes["participants"]
    }


def clause(text: str) -> str:
    """Cut a clause to what it decides, whichever way it was joined to the others."""
    return plain(text.removeprefix("samt ").removeprefix("att ")).removesuffix(" samt")


@EXAMPLES
@given(facts(), STYLES)
def test_what_was_written_is_read(told: Facts, style: Style) -> None:
    told = replaced_by_nobody(told) if style.attendance in TABLES else told
    text = render(told, style)
    (minutes,) = parse(text)
    meeting = minutes["meeting"]
    assert (meeting["body"], meeting["date"]) == (told.body, told.date.isoformat()), text
    assert (meeting["start"], meeting["end"]) == (told.start, told.end), text
    assert people_read(minutes) == expected_people(told), text
    items = minutes["items"]
    assert [(i["number"], i["title"]) for i in items] == [(str(m.number), m.title) for m in told.matters], text
    for item, matter in zip(items, told.matters, strict=True):
        assert [clause(d["text"]) for d in item.get("decisions", [])] == [plain(point) for point in matter.points], text
        assert [r["name"] for r in item.get("recipients", [])] == list(matter.recipients), text
        groups = [(g["name"], tuple(g["members"])) for g in item.get("groups", [])]
        assert groups == ([] if matter.group is None else [(matter.group, matter.members)]), text
        tasks = [(a["assignee"], a.get("deadline")) for a in item.get("assignments", [])]
        assert tasks == ([] if matter.due is None else [([matter.told], matter.due.isoformat())]), text
    assert untrue_evidence(minutes, text) == []


@settings(EXAMPLES, max_examples=25)
@given(facts(), STYLES, st.integers(0, 10_000))
def test_a_scan_costs_few_names(told: Facts, style: Style, seed: int) -> None:
    told = replaced_by_nobody(told) if style.attendance in TABLES else told
    text = scanned(render(told, style), seed)
    (minutes,) = parse(text)
    read = [plain(p["name"]) for p in minutes["participants"]]
    wanted = [plain(name) for name in expected_people(told)]
    found = [name for name in wanted if any(SequenceMatcher(None, name, other).ratio() >= 0.88 for other in read)]
    assert len(found) >= 0.95 * len(wanted), (set(wanted) - set(found), text)
    assert len(read) <= len(wanted) + 1, (set(read) - set(wanted), text)
    assert minutes["meeting"]["date"] == told.date.isoformat()
    assert [item["number"] for item in minutes["items"]] == [str(m.number) for m in told.matters], text
    assert untrue_evidence(minutes, text) == []
