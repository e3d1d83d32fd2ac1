"""Open candidates, side by side with their evidence, and what is made of verdicts on them («granskning»)."""

from __future__ import annotations

from typing import NamedTuple

from aktorsgraf.judgements import Author, Entry, Opinion, Weighed, keyed
from aktorsgraf.judgements_evidence import Identified, Seen
from loaders.identity import Candidate, Feature, Sighting, Verdict

SHOWN = 5  # places that a side shows at most


class Side(NamedTuple):
    """One of two: its IRI without the base, what it is called, and where minutes name it."""

    tail: str
    label: str
    seen: tuple[Seen, ...]


class Pair(NamedTuple):
    """A candidate as people look at it."""

    left: Side
    right: Side
    score: float
    features: tuple[Feature, ...]


def open_pairs(known: Identified, *, unsure: bool = False) -> list[Candidate]:
    """Return the candidates that nobody has judged, the likeliest first; with `unsure` those judged unsure, too."""
    return [one for one in known.identities.candidates if unsure or not one.unsure]


def pair_of(known: Identified, candidate: Candidate) -> Pair:
    """Gather what there is to see of a candidate."""
    left, right = candidate.evidence
    return Pair(
        _side(known, candidate.left, left), _side(known, candidate.right, right), candidate.score, candidate.features
    )


def opinion_of(known: Identified, candidate: Candidate, verdict: Verdict, by: Author) -> Entry:
    """Return a verdict on a candidate as an entry with its key, with score and features as they are now."""
    return keyed(
        Opinion(
            id="-",
            who=by.who,
            when=by.when,
            reason=by.reason,
            verdict=verdict,
            left=candidate.left.removeprefix(known.base),
            right=candidate.right.removeprefix(known.base),
            names=(known.label(candidate.left), known.label(candidate.right)),
            score=round(candidate.score, 3),
            features=tuple(Weighed(one.name, round(one.weight, 3)) for one in candidate.features),
        )
    )


def opinion_between(known: Identified, left: str, right: str, verdict: Verdict, by: Author) -> Entry:
    """Return a verdict on two IRIs without the base, with score and features where the two are a candidate."""
    pair = {f"{known.base}{left}", f"{known.base}{right}"}
    candidate = next((one for one in known.identities.candidates if {one.left, one.right} == pair), None)
    if candidate is not None:
        return opinion_of(known, candidate, verdict, by)
    names = (known.label(f"{known.base}{left}"), known.label(f"{known.base}{right}"))
    return keyed(
        Opinion(
            id="-", who=by.who, when=by.when, reason=by.reason, verdict=verdict, left=left, right=right, names=names
        )
    )


def _side(known: Identified, iri: str, sightings: tuple[Sighting, ...]) -> Side:
    seen = known.seen_in((one.record for one in sightings[:SHOWN]), iri)
    return Side(iri.removeprefix(known.base), known.label(iri), seen[:SHOWN])
