"""Candidates one after the other on a terminal: a card with both sides, and a key that judges."""

from __future__ import annotations

import os
import sys
import termios
import tty
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from aktorsgraf.cli.options import Language
from aktorsgraf.cli.output import clean, tell
from aktorsgraf.judgements import Author, Entry, Undo, keyed
from aktorsgraf.judgements_evidence import Identified, Seen
from aktorsgraf.judgements_log import append_to_log
from aktorsgraf.judgements_review import Pair, opinion_of, pair_of
from aktorsgraf.judgements_why import feature_lines
from loaders.identity import Candidate, Verdict

VERDICTS = {"y": Verdict.POSITIVE, "j": Verdict.POSITIVE, "n": Verdict.NEGATIVE, "u": Verdict.UNSURE}
SKIP, BACK, QUIT = "s", "z", "q"
ENDS = {QUIT, "\x04", ""}  # a closed terminal quits
ASK = {
    "sv": "samma? y ja  n nej  u osäkert  s hoppa över  z ångra  q sluta: ",
    "en": "same?  y yes  n no  u unsure  s skip  z undo  q quit: ",
}
ANSWERS = {
    "sv": {Verdict.POSITIVE: "samma", Verdict.NEGATIVE: "olika", Verdict.UNSURE: "osäkert"},
    "en": {Verdict.POSITIVE: "same", Verdict.NEGATIVE: "different", Verdict.UNSURE: "unsure"},
}


def review_on_terminal(
    known: Identified,
    candidates: Sequence[Candidate],
    log: Path,
    author: Callable[[], Author],
    language: Language,
) -> int:
    """Ask about each candidate; return how many lines the log has got. Each verdict is on the disk before the next is asked for."""
    console = Console(highlight=False)
    if not candidates:
        tell("nothing to judge: no pair is open" if language == "en" else "inget att bedöma: inga par är öppna")
        return 0
    with _keys():
        return _ask_all(console, known, candidates, log, author, language)


def _ask_all(
    console: Console,
    known: Identified,
    candidates: Sequence[Candidate],
    log: Path,
    author: Callable[[], Author],
    language: Language,
) -> int:
    noted: list[tuple[int, Entry]] = []  # with the place of the candidate
    lines = 0
    at = 0
    while at < len(candidates):
        _show(console, pair_of(known, candidates[at]), at, len(candidates), language)
        key = _key(language)
        if key in ENDS:
            break
        if key == BACK:
            if noted:
                at, entry = noted.pop()
                by = author()
                append_to_log(log, [keyed(Undo(id="-", undoes=entry.id, who=by.who, when=by.when))])
                lines += 1
            continue
        if key in VERDICTS:
            (entry,) = append_to_log(log, [opinion_of(known, candidates[at], VERDICTS[key], author())])
            noted.append((at, entry))
            lines += 1
            console.print(Text(ANSWERS[language][VERDICTS[key]]))
        if key in VERDICTS or key == SKIP:
            at += 1
    tell(
        f"{len(noted)} of {len(candidates)} judged"
        if language == "en"
        else f"{len(noted)} av {len(candidates)} bedömda"
    )
    return lines


@contextmanager
def _keys() -> Iterator[None]:
    """Have each key as it is pressed, without its line; what is typed ahead is kept."""
    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    tty.setcbreak(terminal, termios.TCSADRAIN)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _key(language: Language) -> str:
    """Wait for a key that answers."""
    click.echo(ASK[language], nl=False)
    while True:
        key = os.read(sys.stdin.fileno(), 1).decode("ascii", "replace").casefold()
        if key in VERDICTS or key in {SKIP, BACK} or key in ENDS:
            click.echo()
            return key


def _show(console: Console, pair: Pair, at: int, total: int, language: Language) -> None:
    bits = "bitar" if language == "sv" else "bits"
    of = "av" if language == "sv" else "of"
    console.print(Text(f"\n{at + 1} {of} {total}   {pair.score:+.1f} {bits}"))
    sides = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, width=console.width)
    for side in (pair.left, pair.right):
        sides.add_column(_text(side.label), ratio=1, overflow="fold")
    sides.add_row(_text(pair.left.tail), _text(pair.right.tail))
    for left, right in _rows(pair):
        sides.add_row(left, right)
    console.print(sides)
    for line in feature_lines(pair.features, language):
        console.print(_text(f"  {line}"))


def _rows(pair: Pair) -> list[tuple[Text, Text]]:
    columns = [[_seen(one) for one in side.seen] or [Text("–")] for side in (pair.left, pair.right)]
    height = max(map(len, columns))
    left, right = ([*column, *(Text() for _ in range(height - len(column)))] for column in columns)
    return list(zip(left, right, strict=True))


def _seen(seen: Seen) -> Text:
    said = (", ".join(seen.roles), seen.party, seen.municipality, seen.title)
    details = "; ".join(part for part in said if part)
    lines = (
        f"{seen.date} {seen.body}".strip(),
        f"{seen.name}{f' ({details})' if details else ''}",
        f"«{seen.quote}»" if seen.quote else "",
    )
    return Text("\n".join(clean(line) for line in lines if line))


def _text(text: str) -> Text:
    return Text(clean(text))
