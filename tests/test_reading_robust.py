"""Whatever the text, the reader raises nothing, takes linear time, and every quote is true."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
import pytest
from growth import grows_at_most
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import document_of, evidence_of, facts_of

from loaders.minutes import decode_minutes, encode_minutes
from loaders.reading import read_minutes

ROOT = Path(__file__).parents[1]
TEXTS = [
    path.read_text("utf-8")
    for folder in (ROOT / "examples", ROOT / "tests" / "gold" / "protocols")
    for path in sorted(folder.iterdir())
    if path.suffix in {".txt", ".md"}
]
EXAMPLES = settings(max_examples=60)
WORDS = (
    "Protokoll från sammanträde med Styrelsen 2024-03-01", "Närvarande:", "Beslutande", "Eva Alm (S), Habo", "Bo Ek", "ersätter", "tjg",
    "Ersättare", "§ 1 Val av justerare", "§§ 2-4", "1. Mötet öppnas", "a) NIS2", "Beslut", "Styrelsen beslutar", "att", "samt att",
    "utse Eva Alm till ordförande i Klimatrådet för perioden 2023-2026", "bilda en arbetsgrupp bestående av Eva Alm och Bo Ek",
    "Förbundschefen får i uppdrag att utreda", "senast 2024-11-01", "Beslutet skickas till", "Nästa möte", "den 4 mars", "kl 9.00-11.00",
    "Reservation", "Eva Alm reserverar sig", "40 ja mot 41 nej", "Justeras", "Vid protokollet", "Sida 1 (2)", "[X]", "*", "**", "| ", "\t",
    "  ", "\n", "\n\n", "\x0c", "-\n", ":", ",", ".", ";", "(", ")", "e\u0301", "\u200b", "–", "nr", "é", "6",
)  # fmt: skip


def check(text: str) -> None:
    for minutes in read_minutes(document_of(text)):
        for evidence in evidence_of(msgspec.to_builtins(minutes)):
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert decode_minutes(encode_minutes(minutes)) == minutes


@cache
def facts(text: str) -> object:
    return facts_of(read_minutes(document_of(text)))


@EXAMPLES
@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    check(text)


@EXAMPLES
@given(st.lists(st.sampled_from(WORDS), max_size=60), st.sampled_from(["", " ", "\n"]))
def test_any_order_of_the_field_s_own_words_is_read(words: list[str], joint: str) -> None:
    check(joint.join(words))


def cut(text: str, a: int, b: int) -> str:
    return text[min(a, b) : max(a, b)]


def without(text: str, a: int, b: int) -> str:
    return text[: min(a, b)] + text[max(a, b) :]


def repeated(text: str, a: int, b: int) -> str:
    return text[:a] + text[min(a, b) : max(a, b)] * 3 + text[a:]


def shuffled(text: str, a: int, b: int) -> str:
    lines = text.split("\n")
    return "\n".join(lines[(i * (2 * a + 1) + b) % len(lines)] for i in range(len(lines)))


def flattened(text: str, a: int, b: int) -> str:
    return text[: min(a, b)] + text[min(a, b) : max(a, b)].replace("\n", " ") + text[max(a, b) :]


def flipped(text: str, a: int, b: int) -> str:
    data = bytearray(text.encode("utf-8"))
    for at in range(a % 97, len(data), 97):
        data[at] ^= 1 << (b % 8)
    return data.decode("utf-8", "replace")


def nested(text: str, a: int, b: int) -> str:
    return text[:a] + "**(*[" * 20 + text[a:b] + "]*)**" * 20 + text[b:]


MUTATIONS = (cut, without, repeated, shuffled, flattened, flipped, nested)


@settings(EXAMPLES, max_examples=150)
@given(st.sampled_from(TEXTS), st.sampled_from(MUTATIONS), st.integers(0, 10_000), st.integers(0, 10_000))
def test_mutations_of_whole_minutes_are_read(text: str, mutate: Callable[[str, int, int], str], a: int, b: int) -> None:
    check(mutate(text, a % (len(text) + 1), b % (len(text) + 1)))


@pytest.mark.parametrize("text", TEXTS[::3], ids=lambda text: text.strip().split("\n")[0][:30])
def test_the_same_facts_whatever_the_newlines_and_the_composition(text: str) -> None:
    assert facts(text.replace("\n", "\r\n")) == facts(text)
    decomposed = unicodedata.normalize("NFD", text)
    assert facts(decomposed) == facts(unicodedata.normalize("NFC", text))
    check(decomposed)


def test_several_meetings_in_one_file_are_several_minutes() -> None:
    chosen = [text for text in TEXTS if len(read_minutes(document_of(text))) == 1][:6]
    read = read_minutes(document_of("\n\n".join(chosen)))
    alone = [read_minutes(document_of(text))[0].meeting.date for text in chosen]
    assert [minutes.meeting.date for minutes in read] == alone


def test_a_line_on_the_next_meeting_opens_none() -> None:
    head = "# Ekby förbund\n\n## Styrelseprotokoll\n\n**Datum:** {day}\n\n### Närvarande\n\n- Eva Alm, ordförande\n- Bo Ek\n\n"
    items = "### § {a} Val\n\nDiskuterades länge.\n\n### § {b} Kommande möten\n\nNästa styrelsemöte är den 12 maj 2024 i Habo.\n\n---\n\n"
    text = "".join(
        head.format(day=day) + items.format(a=k, b=k + 1) for k, day in ((1, "24 mars 2024"), (3, "12 maj 2024"))
    )
    first, second = read_minutes(document_of(text))
    assert [[item.number for item in minutes.items] for minutes in (first, second)] == [["1", "2"], ["3", "4"]]
    assert str(first.meeting.next_date) == "2024-05-12"


PAGE_HEAD = "Ekby kommun\nSammanträdesprotokoll\nSammanträdesdatum {day}"


def test_a_year_of_one_body_s_minutes_is_told_apart_though_every_page_has_its_head() -> None:
    days = [f"2024-{month:02d}-14" for month in range(1, 11)]
    rest = "".join(f"Ordföranden berättar om ärendet på rad {row} av handlingarna.\n" for row in range(12))
    text = "".join(
        f"{PAGE_HEAD.format(day=day)}\nKommunstyrelsen\n\nBeslutande\nEva Alm (S), ordförande\nBo Ek (M)\n\n§ {k} Budget\n\n{rest}"
        f"{PAGE_HEAD.format(day=day)}\n§ {k + 1} Val\n\n{rest}{PAGE_HEAD.format(day=day)}\n"
        "Övriga närvarande\nKaj Ås, ekonom\n\nBeslut\n\nKommunstyrelsen beslutar att godkänna förslaget.\n\n"
        for k, day in enumerate(days, start=1)
    )
    read = read_minutes(document_of(text))
    assert [str(minutes.meeting.date) for minutes in read] == days
    assert {minutes.meeting.body for minutes in read} == {"Kommunstyrelsen"}
    assert [[item.number for item in minutes.items] for minutes in read] == [
        [str(k), str(k + 1)] for k in range(1, len(days) + 1)
    ]
    check(text)


def test_the_same_meeting_twice_is_one_protocol_with_a_warning() -> None:
    text = next(text for text in TEXTS if "direktionen" in text.lower() and "Närvarande" in text)
    once, twice = read_minutes(document_of(text)), read_minutes(document_of(f"{text}\n\n{text}"))
    assert len(once) == len(twice) == 1
    assert [item.number for item in twice[0].items] == [item.number for item in once[0].items]
    assert [person.name for person in twice[0].participants] == [person.name for person in once[0].participants]
    assert "duplicate-copy" in {warning.code for warning in twice[0].warnings}


HEAD = "Protokoll Styrelsen 2024-03-01\nNärvarande: Eva Alm (S), Bo Ek (M)\n\n§ 1 Val\n\nBeslut\n\n"
HOSTILE = (
    "a", "A", " ", ",", "(", ")", "1", "*", ".", "-", "§", "[", "\t", "\n", "a\u0301", "att ", "att, ", "Eva Alm, ", "Eva Alm (S), ",
    "Eva Alm\n", "1. Val\n", "§ 1\n", "arbetsgrupp ", "Habo kommun ", "2024-01-01 ", "Styrelsen beslutar att ", "(a, b) ", "uppdra åt ",
    "Eva Alm ersätter ", "Närvarande: ", "nästa möte den ", "s. A ", "ord-\n", "Namn\tParti\n", "**", " och ", "EVA ALM ", "fran 6a ",
    "välja Eva Alm till ledamot i nämnden för ", "ord   ", "a) Val\n",
    f"Eva Alm{' ' * 2000}får\n", f"{'.' * 290}x\n", f"Anna:{' ' * 1500}\n", "(a\u0301", "|-", "Ja   Nej ",
)  # fmt: skip


@pytest.mark.parametrize("head", ["", HEAD], ids=["alone", "in-minutes"])
@pytest.mark.parametrize("atom", HOSTILE, ids=repr)
def test_repetition_takes_linear_time(atom: str, head: str) -> None:
    """Four times the text takes four times as long, and eight where a head is only seen in the longer; anything quadratic sixteen."""

    def read(length: int) -> None:
        check(head + atom * (length // len(atom)))

    assert grows_at_most(11, read, 10_000, 40_000)


def test_a_large_file_takes_as_long_for_its_size_as_a_small_one() -> None:
    def read(copies: int) -> None:
        read_minutes(document_of("\n\n".join(itertools.islice(itertools.cycle(TEXTS), copies * len(TEXTS)))))

    assert grows_at_most(10, read, 1, 4)
