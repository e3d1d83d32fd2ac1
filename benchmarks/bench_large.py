"""Seconds and memory for large and hostile texts: python benchmarks/bench_large.py [MEGABYTES] [SHAPE...].

Each shape is read in a process of its own, so that its peak of memory is its own; 10 MB if not said. Seconds are the
processor's, which other programs on the machine do not lengthen. The baseline, in the same run, only finds what looks like a
Swedish name with one regular expression.
"""

from __future__ import annotations

import hashlib
import itertools
import multiprocessing
import re
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from loaders.documents import Document
from loaders.reading import copies_in, extracts_of, join_copies, read_extract

NAME = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?: [A-ZÅÄÖÉ][a-zåäöéü]+)+\b")
YEAR = re.compile(r"\b20\d\d\b")
DAY = re.compile(r"(?<=\d\d-\d\d-)\d\d\b|\b\d{1,2}(?= [a-z]{3,9} (?:19|20)\d\d\b)")
EXAMPLES = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "examples").glob("*.txt"))]


def repeated(atom: str) -> Callable[[int], str]:
    """Return a maker of texts that repeat an atom."""
    return lambda size: atom * (size // len(atom))


def many_minutes(size: int) -> str:
    """Put the examples one after the other, each time with other days and years, so that no meeting comes twice."""
    number = size // (sum(map(len, EXAMPLES)) // len(EXAMPLES))
    copies = enumerate(itertools.islice(itertools.cycle(EXAMPLES), number))
    return "\n\n".join(on_other_days(text, k // len(EXAMPLES)) for k, text in copies)


def on_other_days(text: str, k: int) -> str:
    """Move the dates of minutes; the same for the same `k`."""
    text = YEAR.sub(lambda year: str(1900 + (int(year.group()) + k) % 200), text)
    return DAY.sub(lambda day: f"{(int(day.group()) + k // 200) % 28 + 1:02d}", text)


SHAPES: Mapping[str, Callable[[int], str]] = {
    "minutes": many_minutes,
    "one-giant-line": repeated(EXAMPLES[0].replace("\n", " ")),
    "short-lines": repeated("Anna ser\n"),
    "parentheses": repeated("("),
    "digits": repeated("1234567890"),
    "signs": repeated("§ 1 "),
    "combining-marks": repeated("a\u0301"),
    "wide-gaps": repeated(f"Eva Alm{' ' * 2000}får\n"),
    "leader-dots": repeated(f"{'.' * 290}x\n"),
}


def measure(name: str, size: int) -> None:
    """Read one shape and print what it took."""
    text = SHAPES[name](size)
    document = Document("large.txt", text, hashlib.sha256(text.encode()).hexdigest(), "text/plain")
    started = time.process_time()
    NAME.findall(text)
    baseline = time.process_time() - started
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.process_time()
    read = [read_extract(extract) for extract in extracts_of(document)]
    minutes = sum(join_copies(copies) is not None for copies in copies_in(read))
    seconds = time.process_time() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    print(
        f"{name}: {len(text) / 1e6:.1f} MB, {seconds:.1f} s, {len(text) / 1000 / seconds:.0f} kB/s, {seconds / baseline:.0f} times the baseline's time, {minutes} minutes, "
        f"memory grown by {grown / 1e6:.0f} MB ({grown / len(text):.0f} bytes a character)",
        flush=True,
    )


def main(megabytes: float, names: list[str]) -> None:
    """Measure the shapes one after the other."""
    for name in names or SHAPES:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, int(megabytes * 1e6)))
        process.start()
        process.join()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10, sys.argv[2:])
