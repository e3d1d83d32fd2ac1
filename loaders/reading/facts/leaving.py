"""Somebody who leaves an office, or is only referred to, in a sentence that elects others («efter Bo Ek som avsagt sig»)."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from loaders.reading.lexicon.acts import SELECT
from loaders.reading.people.phrase import Phrase
from loaders.reading.rules import Rule

NOT_CHOSEN = Rule(
    "not-chosen",
    r"(?:\befter|\bi?\s*ställe?t?\s+för|\bistället\s+för|\bersätt(?:er|a)|\bersättare\s+för|\bentlediga(?:r|s|de|t)?|\bavsägelsen?\s+från|\bavgående|\bordföranden?|\btackas?|\bavtackar|\bföreslår)\s+(?:ledamoten\s+)?$",
    "utses i stället för ",
    "utses ",
)
RESIGNED = Rule(
    "resigned",
    r"(?:avsagt\s+sig|undanbett\s+sig|avgår|avgått|slutar|slutat|begärt\s+(?:entledigande|att\s+få)|frånträtt|som\s+lämna[rt])|\bersätts\b|^\s*ställe\b",
    " som avsagt sig uppdraget",
    " som sagt ja",
)
THE_CHAIR = Rule("the-chair", r"ordföranden?\s+$", "tillsammans med ordföranden ", "i stället för ", cased=True)
# what stands behind those that it is said of together
FOR_ALL = Rule(
    "for-all",
    rf"{SELECT.pattern}|\b(?:till|som)\s",
    " och Bo Ek till ledamöter i stället för ",
    ", fyllnadsval i stället för ",
)
AND_LEAVES = Rule("and-leaves", r"\s*(?:\([^()]*\)\s*)?(?:och|samt)\s+", " (S) och ", " (S), ", at="whole", cased=True)
NOTHING_MORE = Rule(
    "nothing-more", r"\s*(?:\([^()]*\)\s*)?[.;]?\s*", " (S).", " till ersättare", at="whole", cased=True
)
PERSONAL = Rule(
    "personal",
    r"\bpersonliga?\s+(?:ersättare|suppleant)|\btill\s+(?:hennes|hans|hens|dennes|deras)\s+(?:ersättare|suppleant)|,\s*(?:och\s+|samt\s+|med\s+)?(?:ersättare|suppleant)(?:\s+är)?:?\s*$",
    ", och till hennes personliga ersättare ",
    ", ersätts av ",
    cased=True,
)
_NEAR = 60  # characters before a name that say what it is there for


def part_leaving(words: str, people: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Part those chosen from those who leave, or are only referred to."""
    starts = sorted(person.start for person in people)
    chosen: list[Phrase] = []
    leaving: list[Phrase] = []
    last_left: Phrase | None = None
    for person in people:
        k = bisect_right(starts, person.start)
        after = words[person.name_end : starts[k] if k < len(starts) else len(words)]
        leaves = (
            (person.replaced and not PERSONAL.holds(after))
            or NOT_CHOSEN.holds(_before(words, person))
            or RESIGNED.holds(after)
        )
        if not leaves and last_left is not None and chosen:
            leaves = AND_LEAVES.holds(words[last_left.name_end : person.start]) and NOTHING_MORE.holds(after)
        last_left = person if leaves else None
        (leaving if leaves else chosen).append(person)
    return chosen, leaving


def who_replaces(words: str, chosen: list[Phrase], leaving: list[Phrase]) -> dict[int, str]:
    """Tell whom each of those chosen replaces, by the place of the name.

    Who leaves stands before those chosen in their place, all the way through («Efter A väljs B»), or behind them: behind the
    verb that chooses for all («A och B väljs efter C»), else for the last («A, omval, B i stället för C»).
    """
    gone = [_named(words, person) for person in leaving if not THE_CHAIR.holds(_before(words, person))]
    if not gone or not chosen:
        return {}
    ahead = gone[0].start < chosen[0].start
    result: dict[int, str] = {}
    for low, run, high in _runs(gone, chosen):
        near = [
            person
            for person in chosen
            if (run[-1].start < person.start < high if ahead else low < person.start < run[0].start)
        ]
        if not ahead and near:
            behind = FOR_ALL.holds(words[near[-1].name_end : run[0].start])
            near = _of_one_office(words, near) if behind else near[-len(run) :]
        if len(near) == len(run):
            result |= {person.start: other.name for person, other in zip(near, run, strict=True)}
        else:
            result |= {person.start: run[0].name for person in near}
    return result


def _named(words: str, person: Phrase) -> Phrase:
    """Take the genitive off a name («i Eva Alms ställe»)."""
    owned = person.name.endswith("s") and words[person.name_end :].lstrip().startswith("ställe")
    return replace(person, name=person.name[:-1]) if owned else person


def _of_one_office(words: str, people: list[Phrase]) -> list[Phrase]:
    """Keep the last of these people who are named together, with no office between them."""
    first = max(
        (k for k in range(1, len(people)) if FOR_ALL.holds(words[people[k - 1].name_end : people[k].start])), default=0
    )
    return people[first:]


def _runs(gone: list[Phrase], chosen: list[Phrase]) -> Iterator[tuple[int, list[Phrase], int]]:
    """Yield those who leave in runs with nobody chosen between, and where the runs beside it stand."""
    runs: list[list[Phrase]] = []
    for person in gone:
        if runs and not any(runs[-1][-1].start < other.start < person.start for other in chosen):
            runs[-1].append(person)
        else:
            runs.append([person])
    for k, run in enumerate(runs):
        yield runs[k - 1][-1].start if k else -1, run, runs[k + 1][0].start if k + 1 < len(runs) else sys.maxsize


def _before(words: str, person: Phrase) -> str:
    return words[max(person.start - _NEAR, 0) : person.start]
