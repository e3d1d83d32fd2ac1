"""Every character of a text is claimed by a rule, known and ignored, or unread, and minutes say how much is unread."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import document_of

from loaders.minutes import AgendaItem
from loaders.reading.account.account import account_of
from loaders.reading.account.fact_rules import FACT_RULES
from loaders.reading.account.spans import Claim, Layer, Span, flatten
from loaders.reading.read import Reading, read_accounted

ROOT = Path(__file__).parents[1]
TEXTS = {
    path.name: path.read_text("utf-8")
    for folder in (ROOT / "examples", ROOT / "tests" / "gold" / "protocols")
    for path in sorted(folder.iterdir())
    if path.suffix in {".txt", ".md"}
}
MINUTES = """\
Protokoll från sammanträde med Styrelsen 2024-03-01

Närvarande:
Eva Alm (S), Habo
Bo Ek (M), Mullsjö

§ 1 Val av justerare

Beslut
Styrelsen beslutar att utse Eva Alm att justera protokollet.

§ 2 Budget

Bakgrund
Kommunerna har länge samarbetat om ekonomin. Styrelsen beslutade om detta i fjol.

§ 3 Läget

Förbundschefen får i uppdrag att utreda frågan.
Ordföranden hälsade alla varmt välkomna till mötet.
Ordföranden utser snarast någon som kan sköta detta.
Kwxz qwrt zzkx

Sida 1 (2)
"""
# no line comes twice, which would make them a running head
GIBBERISH = "".join(f"Kwxz {'q' * number} zzkx vrrt plmk\n" for number in range(1, 50))


def rules_at(reading: Reading, text: str, words: str) -> set[tuple[str, str]]:
    at = text.index(words)
    end = at + len(words)
    return {(span.state, span.rule) for span in reading.account.spans if span.start < end and at < span.end}


def covers(spans: tuple[Span, ...], length: int) -> bool:
    if not length:
        return not spans
    joined = all(a.end == b.start and (a.state, a.rule) != (b.state, b.rule) for a, b in pairwise(spans))
    return joined and spans[0].start == 0 and spans[-1].end == length and all(s.start < s.end for s in spans)


@pytest.mark.parametrize("name", TEXTS)
def test_every_character_of_every_sample_is_accounted_for_once(name: str) -> None:
    reading = read_accounted(document_of(TEXTS[name]))
    assert covers(reading.account.spans, len(TEXTS[name]))
    assert {span.state for span in reading.account.spans} <= {"claimed", "ignored", "unread"}
    assert reading.account.unread < 0.5
    for minutes in reading.minutes:
        assert minutes.source.unread == reading.account.unread


CLAIMS = st.builds(
    lambda start, length, rule, layer: Claim(start, start + length, "claimed", rule, layer),
    st.integers(0, 40), st.integers(0, 20), st.sampled_from("abc"), st.sampled_from(Layer),
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(CLAIMS, max_size=12))
def test_the_strongest_claim_counts_at_every_character(claims: list[Claim]) -> None:
    spans = tuple(flatten(claims, 60))
    assert covers(spans, 60)
    for span in spans:
        for at in range(span.start, span.end):
            there = [claim for claim in claims if claim.start <= at < claim.end]
            strongest = min(there, key=lambda c: (-c.layer, c.end - c.start, c.end, c.rule), default=None)
            assert span.rule == ("unread" if strongest is None else strongest.rule)


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_any_text_is_accounted_for(text: str) -> None:
    assert covers(read_accounted(document_of(text)).account.spans, len(text))


def test_blank_lines_before_a_page_that_came_as_one_line_are_accounted_for() -> None:
    text = "\n\n" + "ord " * 800
    assert covers(read_accounted(document_of(text)).account.spans, len(text))


def test_what_claims_what() -> None:
    reading = read_accounted(document_of(MINUTES))
    for words, expected in {
        "Närvarande": ("claimed", "label: members"),
        "Eva Alm (S), Habo": ("claimed", "participants: members"),
        "2024-03-01": ("claimed", "meeting"),
        "§ 1": ("claimed", "item: sign-number"),
        "Budget": ("claimed", "items: title"),
        "Styrelsen beslutar ": ("claimed", "decision: formula"),
        "Kommunerna har länge samarbetat": ("ignored", "told: background"),
        "hälsade alla varmt välkomna": ("ignored", "told: sentence"),
        "utser snarast någon": ("unread", "unread"),
        "Kwxz qwrt zzkx": ("unread", "unread"),
        "Sida 1 (2)": ("ignored", "page: page-number"),
    }.items():
        assert rules_at(reading, MINUTES, words) == {expected}, words
    assert rules_at(reading, MINUTES, "utse Eva Alm att justera") <= {
        ("claimed", "appointments: adjuster"),
        ("claimed", "decisions: att"),
    }


def test_a_row_that_told_a_fact_is_named() -> None:
    text = MINUTES.replace("Förbundschefen får", "Styrelsen beslutar att förbundschefen får")
    rules = rules_at(read_accounted(document_of(text)), text, "i uppdrag att utreda")
    assert rules == {("claimed", "assignments: gets-in-assignment")}


def test_more_than_a_little_unread_is_a_warning_with_its_places() -> None:
    (minutes,) = read_accounted(document_of(f"{MINUTES}\n§ 4 Annat\n\n{GIBBERISH}")).minutes
    (warning,) = (one for one in minutes.warnings if one.code == "unread-text")
    assert minutes.source.unread is not None
    assert minutes.source.unread > 0.4
    assert re.search(r"\d+ ?%", warning.message)
    assert 1 <= len(warning.evidence) <= 5
    assert all(len(one.quote) <= 200 for one in warning.evidence)
    assert warning.evidence[-1].quote.startswith("Kwxz")


def test_a_little_unread_is_no_warning() -> None:
    text = TEXTS["kdg-2024-03-08.md"]
    (minutes,) = read_accounted(document_of(text)).minutes
    assert "unread-text" not in {warning.code for warning in minutes.warnings}


def test_each_meeting_of_a_file_is_warned_of_its_own() -> None:
    whole = TEXTS["kdg-2024-03-08.md"]
    other = f"\n§ 999 Annat\n\n{GIBBERISH}"
    reading = read_accounted(document_of(f"{whole}\n\n{TEXTS['ks-2024-05-21.txt']}{other}"))
    warned = ["unread-text" in {warning.code for warning in one.warnings} for one in reading.minutes]
    assert warned == [False, True]


def test_a_text_that_is_no_minutes_is_unread() -> None:
    reading = read_accounted(document_of("Köp mjölk och bröd.\nRing mamma."))
    assert not reading.minutes
    assert reading.account.unread == 1.0


def test_blank_space_is_known() -> None:
    assert account_of(" \n\t", ()).spans == (Span(0, 3, "ignored", "blank"),)
    assert account_of("", ()).spans == ()


def test_the_tables_tell_of_families_that_exist() -> None:
    assert FACT_RULES.keys() <= set(AgendaItem.__struct_fields__)
