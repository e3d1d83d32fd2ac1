"""Ten thousand mutations of whole minutes: nothing is raised, nothing hangs, every quote is true, every character accounted for.

All are tried where CI=true, and some hundred elsewhere; MUTATIONS=10000 in the environment tries all.
"""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest
from missing import missing
from patience import PATIENCE_IN_READING
from reading_samples import document_of

from loaders.minutes import decode_minutes, encode_minutes, evidence_of
from loaders.reading.read import read_accounted

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "examples", ROOT / "tests" / "gold" / "protocols", ROOT.parent / "shared" / "protocols")
TEXTS = [
    path.read_text("utf-8")
    for folder in FOLDERS
    if folder.is_dir()
    for path in sorted(folder.iterdir())
    if path.suffix in {".txt", ".md"}
]
NUMBER = int(os.environ.get("MUTATIONS") or (10_000 if os.environ.get("CI") == "true" else 400))
CHUNKS = 20


def cut(text: str, dice: random.Random) -> str:
    a, b = sorted((dice.randrange(len(text)), dice.randrange(len(text))))
    return text[a:b]


def without(text: str, dice: random.Random) -> str:
    a, b = sorted((dice.randrange(len(text)), dice.randrange(len(text))))
    return text[:a] + text[b:]


def repeated(text: str, dice: random.Random) -> str:
    a = dice.randrange(len(text))
    piece = text[a : a + dice.randrange(400)]
    return text[:a] + piece * dice.randrange(2, 30) + text[a:]


def shuffled_lines(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    dice.shuffle(lines)
    return "\n".join(lines)


def shuffled_words(text: str, dice: random.Random) -> str:
    words = text.split(" ")
    dice.shuffle(words)
    return " ".join(words)


def flipped(text: str, dice: random.Random) -> str:
    data = bytearray(text.encode())
    for _ in range(dice.randrange(1, 80)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return data.decode("utf-8", "replace")


def marked(text: str, dice: random.Random) -> str:
    marks = "".join(dice.choice("*_[](){}§|#>:;.,-–•\t\n\x0c\u0301\u202e\u200b") for _ in range(dice.randrange(1, 200)))
    a = dice.randrange(len(text))
    return text[:a] + marks + text[a : a + 300] + marks[::-1] + text[a:]


def flattened(text: str, dice: random.Random) -> str:
    a, b = sorted((dice.randrange(len(text)), dice.randrange(len(text))))
    return text[:a] + text[a:b].replace("\n", dice.choice([" ", "\t", "   ", "\r"])) + text[b:]


def crossed(text: str, dice: random.Random) -> str:
    other = dice.choice(TEXTS)
    return text[: dice.randrange(len(text))] + other[dice.randrange(len(other)) :]


def widened(text: str, dice: random.Random) -> str:
    a = dice.randrange(len(text))
    return text[:a] + dice.choice([" ", "\t", ".", "-", "a", "1", "("]) * dice.randrange(3000) + text[a:]


MUTATE: tuple[Callable[[str, random.Random], str], ...] = (
    cut, without, repeated, shuffled_lines, shuffled_words, flipped, marked, flattened, crossed, widened,
)  # fmt: skip


def mutation(number: int) -> str:
    """Return the mutation of that number, always the same."""
    dice = random.Random(number)  # noqa: S311 - a seeded die, for tests
    text = TEXTS[number % len(TEXTS)]
    for _ in range(dice.randrange(1, 4)):
        text = dice.choice(MUTATE)(text, dice)[:20_000] or "x"
    return text


def hold(text: str) -> None:
    """Read a text and hold the reader to all that is always true."""
    reading = read_accounted(document_of(text))
    spans = reading.account.spans
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    assert all(one.end == following.start for one, following in pairwise(spans))
    for minutes in reading.minutes:
        assert all(text[one.start : one.end] == one.quote for one in evidence_of(minutes))
        assert decode_minutes(encode_minutes(minutes)) == minutes


def give_up(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"not read within {PATIENCE_IN_READING} seconds")


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_mutations_are_read(chunk: int) -> None:
    before = signal.signal(signal.SIGVTALRM, give_up)
    try:
        for number in range(chunk, NUMBER, CHUNKS):
            signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE_IN_READING)
            try:
                hold(mutation(number))
            except Exception as error:
                raise AssertionError(f"mutation {number}: {type(error).__name__}: {error}") from error
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def test_the_real_minutes_are_among_them() -> None:
    if not FOLDERS[-1].is_dir():
        missing(f"mutations of other than made-up minutes: there is no {FOLDERS[-1]}")
    assert len(TEXTS) > 70


def test_a_mutation_is_always_the_same() -> None:
    assert mutation(17) == mutation(17)
    assert len({mutation(number) for number in range(50)}) > 45
