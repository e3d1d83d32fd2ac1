"""Why something is one, and why others are not it: every step, in words («förklaring»)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from aktorsgraf.judgements_evidence import Identified, Seen
from loaders.identity import Feature, Verdict
from loaders.identity.names import plain

What = Literal["seen", "joined", "judged", "corrected", "apart"]
_VERDICTS = {
    Verdict.POSITIVE: ("är samma", "are the same"),
    Verdict.NEGATIVE: ("är olika", "are different"),
    Verdict.UNSURE: ("går inte att säga", "cannot be told"),
}


class Reason(NamedTuple):
    """One step of an explanation, IRIs without the base; each feature is a line with its weight in bits."""

    what: What
    iri: str
    text: str
    other: str = ""
    date: str = ""
    document: str = ""
    score: float | None = None
    features: tuple[str, ...] = ()


def reasons_of(known: Identified, root: str, language: str) -> Iterator[Reason]:
    """Yield all that explains the thing with this IRI."""
    thing = known.things.get(root)
    members = frozenset({root, *(thing.replaces if thing else ())})
    yield from map(_seen, known.seen(root))
    for merge in known.identities.merges:
        if merge.kept == root:
            text = merge.reason_sv if language == "sv" else merge.reason
            score = merge.score if merge.features else None
            features = feature_lines(merge.features, language)
            yield Reason(
                "joined", _tail(known, merge.left), text, _tail(known, merge.right), score=score, features=features
            )
    yield from _judged(known, members, language)
    yield from _corrected(known, members, language)
    yield from _apart(known, root, members, language)


def feature_lines(features: Iterable[Feature], language: str) -> tuple[str, ...]:
    """Return a line a feature, the heaviest first."""
    ordered = sorted(features, key=lambda one: (-abs(one.weight), one.name))
    return tuple(f"{one.weight:+.1f}  {one.sv if language == 'sv' else one.en}" for one in ordered)


def seen_line(seen: Seen) -> str:
    """Say in a line what a document says of somebody."""
    said = (", ".join(seen.roles), seen.party, seen.municipality, seen.title)
    details = "; ".join(part for part in said if part)
    quote = f" «{seen.quote}»" if seen.quote else ""
    body = f", {seen.body}" if seen.body else ""
    return f"{seen.name}{f' ({details})' if details else ''}{body}, {seen.document}{quote}"


def _seen(seen: Seen) -> Reason:
    return Reason("seen", seen.local, seen_line(seen), date=seen.date, document=seen.document)


def _judged(known: Identified, members: frozenset[str], language: str) -> Iterator[Reason]:
    for one in known.said.opinions:
        if members & {f"{known.base}{one.left}", f"{known.base}{one.right}"}:
            words = _VERDICTS[one.verdict][0 if language == "sv" else 1]
            text = f"{' / '.join(one.names)}: {words} ({_by(one.who, one.reason)}; {one.id})"
            yield Reason("judged", one.left, text, one.right, date=one.when[:10], score=one.score)


def _corrected(known: Identified, members: frozenset[str], language: str) -> Iterator[Reason]:
    for one in known.said.corrections:
        if members & {f"{known.base}{tail}" for tail in (one.subject, *one.facts)}:
            word = "inte" if language == "sv" else "not"
            text = f"{one.property} = {one.value}, {word} {one.was or '–'} ({_by(one.who, one.reason)}; {one.id})"
            yield Reason("corrected", one.subject, text, date=one.when[:10])


def _by(who: str, reason: str | None) -> str:
    return f"{who}: {reason}" if reason else who


def _apart(known: Identified, root: str, members: frozenset[str], language: str) -> Iterator[Reason]:
    """Yield open candidates, with what speaks for and against them, and namesakes that nothing ties."""
    told = set(members)
    for one in known.identities.candidates:
        left, right = known.root(one.left), known.root(one.right)
        if root in {left, right}:
            partner = right if left == root else left
            told.add(partner)
            text = _open(known.label(partner), unsure=one.unsure, language=language)
            features = feature_lines(one.features, language)
            yield Reason(
                "apart", _tail(known, one.left), text, _tail(known, one.right), score=one.score, features=features
            )
    thing = known.things.get(root)
    if thing is None:
        return
    for other in known.things.values():
        if other.kind == thing.kind and other.iri not in told and plain(other.label) == plain(thing.label):
            yield Reason("apart", _tail(known, root), _namesake(other.label, language), _tail(known, other.iri))


def _open(label: str, *, unsure: bool, language: str) -> str:
    if unsure:
        return f"{label}: {'bedömt som osäkert' if language == 'sv' else 'judged unsure'}"
    return f"{label}: {'kan vara samma; avgör med' if language == 'sv' else 'may be the same; decide with'} aktorsgraf review"


def _namesake(label: str, language: str) -> str:
    return f"{label}: {'bara namnet är gemensamt' if language == 'sv' else 'only the name is shared'}"


def _tail(known: Identified, iri: str) -> str:
    return iri.removeprefix(known.base)
