"""The second half of a build: the ledger's minutes into the store, one named graph a document.

Each graph carries the key of what it was made from (`ag:buildKey`), so a build writes only graphs whose key is another, and
one that was killed is completed by the next.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

import msgspec
from pyoxigraph import NamedNode, Quad

from aktorsgraf.corrections_graph import Statement, statements_of, with_corrections, within
from aktorsgraf.document_graphs import MINUTES_AT_ONCE, GraphJob, Mapped, map_documents
from aktorsgraf.exclusions import hidden_people
from aktorsgraf.judgements import InForce
from aktorsgraf.judgements_graph import judgement_quads
from aktorsgraf.ledger import Ledger
from aktorsgraf.pool import Workers
from aktorsgraf.progress import Progress
from aktorsgraf.quarantine import findings_json
from aktorsgraf.versions import mapper_version
from graph.redaction import Hidden, redacted
from graph.store import GraphStore, build_key
from graph.validate import Severity, Violation
from loaders.errors import LoaderError
from loaders.identity import Conflict, DocumentRecord, Identities, Judgement, Resolution, resolve
from loaders.mapping import identity_quads
from ontology.iris import graph_iri, identity_graph, judgements_graph, meeting_iri, ontology_graph, reference_graph
from ontology.quads import ontology_quads, reference_quads

STEP = "loading"
SHOWN_VIOLATIONS = 20
NOTHING_SAID = InForce()


class Changes(NamedTuple):
    """What a load did to the store.

    How many documents it added, replaced, removed and left; how many of the graphs that are derived from all documents or
    from none it wrote; what the shapes find in the documents it wrote, and the first violations; which failed; which
    judgements contradict others, and which corrections (by key) are of what is no more.
    """

    added: int = 0
    replaced: int = 0
    removed: int = 0
    unchanged: int = 0
    derived: int = 0
    findings: Mapping[Severity, int] = {}
    violations: tuple[Violation, ...] = ()
    problems: tuple[LoaderError, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether the store is as it was."""
        return not (self.added or self.replaced or self.removed or self.derived)


def load(
    ledger: Ledger, store: GraphStore, base: str, workers: Workers, progress: Progress, said: InForce = NOTHING_SAID
) -> Changes:
    """Bring the store in line with the ledger and with what people said of it."""
    plan = _plan(ledger, base, said)
    present = store.build_keys()
    stale = [graph for graph in plan.documents if present.get(graph) != plan.keys[graph]]
    log = _Log(len(stale), progress)
    mapped = map_documents(_jobs(stale, plan, ledger, base), workers)
    store.replace_graphs(_graphs(zip(stale, mapped, strict=True), plan, ledger, log))
    gone = [graph for graph in store.graph_names() if graph not in plan.documents and graph not in _shared(base)]
    for graph in gone:
        store.remove_graph(graph)
    ledger.release(graph.value for graph in gone)
    kept = _of_what_is_there(plan, store, base)
    derived = _write_derived(store, _derived(plan, kept, said, base), base, present)
    # Always: one that was killed before this is put in order by the next.
    store.optimize()
    added = sum(graph not in present for graph in log.written)
    return Changes(
        added=added,
        replaced=len(log.written) - added,
        removed=len(gone),
        unchanged=len(plan.documents) - len(stale),
        derived=derived,
        findings=log.findings,
        violations=tuple(log.violations),
        problems=tuple(log.problems),
        conflicts=plan.identities.conflicts,
        lost=tuple(sorted({one.correction for one in plan.statements} - {one.correction for one in kept})),
    )


class _Plan(NamedTuple):
    """The graphs that there shall be: each document's SHA-256; each graph's key.

    `statements` are all corrections, `corrected` those that each document may be touched by; `hidden` who is left out.
    """

    identities: Identities
    documents: Mapping[NamedNode, str]
    keys: Mapping[NamedNode, str]
    statements: tuple[Statement, ...]
    corrected: Mapping[NamedNode, tuple[Statement, ...]]
    hidden: Hidden


class _Log:
    """What happens while graphs are written."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._total = total
        self._progress = progress
        self.written: list[NamedNode] = []
        self.findings: Counter[Severity] = Counter()
        self.violations: list[Violation] = []
        self.problems: list[LoaderError] = []

    def add(self, graph: NamedNode, mapped: Mapped) -> None:
        if mapped.problem:
            self.problems.append(mapped.problem)
        else:
            self.written.append(graph)
        self.findings.update(one.severity for one in mapped.findings)
        room = SHOWN_VIOLATIONS - len(self.violations)
        self.violations.extend([one for one in mapped.findings if one.severity is Severity.VIOLATION][:room])
        self._progress(STEP, len(self.written) + len(self.problems), self._total)


def identify(ledger: Ledger, base: str, said: InForce) -> Identities:
    """Say who is who in a ledger."""
    judgements = (Judgement(f"{base}{one.left}", f"{base}{one.right}", one.verdict) for one in said.opinions)
    return resolve((record for _, record in records_of(ledger.mentions())), base, judgements)


def records_of(mentions: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, DocumentRecord]]:
    """Read the ledger's records one by one, with the SHA-256 of the document of each."""
    return ((document, msgspec.json.decode(data, type=DocumentRecord)) for document, data in mentions)


def _plan(ledger: Ledger, base: str, said: InForce) -> _Plan:
    identities = identify(ledger, base, said)
    roots = {old: thing.iri for thing in identities.things for old in thing.replaces}
    statements = statements_of(said.corrections, base, roots)
    hidden = hidden_people(said.exclusions, identities, base)
    parts: defaultdict[str, list[str]] = defaultdict(list)
    touching: defaultdict[str, dict[Statement, None]] = defaultdict(dict)  # in order, each once
    for document, record in records_of(ledger.mentions()):
        resolution = identities.resolution(record)
        parts[document] += (record.key, resolution.key)
        touching[document].update(dict.fromkeys(_touching(statements, record, resolution, base)))
    documents = {graph_iri(base, document): document for document in parts}
    corrected = {graph: tuple(touching[document]) for graph, document in documents.items()}
    keys = {
        graph: _digest(base, *parts[document], *map(repr, corrected[graph]), *hidden.parts())
        for graph, document in documents.items()
    }
    return _Plan(identities, documents, keys, statements, corrected, hidden)


def _touching(
    statements: Sequence[Statement], record: DocumentRecord, resolution: Resolution, base: str
) -> Iterable[Statement]:
    """Return the corrections of what one protocol states: of its meeting, and of the groups that it describes."""
    if not statements:
        return ()
    day = dt.date.fromisoformat(record.date) if record.date else None
    meeting = meeting_iri(base, resolution.scope, day, sha256=record.sha256)
    groups = (entity.iri for entity in resolution.named.values() if entity.kind == "group")
    return within(statements, meeting.value, groups)


def _of_what_is_there(plan: _Plan, store: GraphStore, base: str) -> list[Statement]:
    """Return the corrections of things of which more is known than the correction."""
    own, things = judgements_graph(base), {thing.iri for thing in plan.identities.things}
    return [
        one
        for one in plan.statements
        if one.subject.value in things or any(quad.graph_name != own for quad in store.quads(subject=one.subject))
    ]


def _jobs(graphs: Iterable[NamedNode], plan: _Plan, ledger: Ledger, base: str) -> Iterator[GraphJob]:
    for graph in graphs:
        sha256 = plan.documents[graph]
        resolutions = (plan.identities.resolution(record) for _, record in records_of(ledger.mentions(sha256)))
        minutes = zip(ledger.minutes_of(sha256), resolutions, strict=True)
        while together := tuple(islice(minutes, MINUTES_AT_ONCE)):
            yield GraphJob(graph.value, base, together, plan.corrected[graph], plan.hidden)


def _graphs(
    mapped: Iterable[tuple[NamedNode, Mapped]], plan: _Plan, ledger: Ledger, log: _Log
) -> Iterator[tuple[NamedNode, Iterable[Quad]]]:
    """Yield the graphs to write; what would break one is in quarantine before it is written."""
    for graph, outcome in mapped:
        log.add(graph, outcome)
        if not outcome.problem:
            if outcome.held:
                ledger.hold(graph.value, findings_json(outcome.findings), outcome.held)
            else:
                ledger.release([graph.value])
            yield graph, chain(outcome.quads(), [build_key(graph, plan.keys[graph])])


def _derived(plan: _Plan, kept: Sequence[Statement], said: InForce, base: str) -> Iterator[Quad]:
    yield from redacted(with_corrections(identity_quads(plan.identities, base), kept), plan.hidden)
    yield from redacted(judgement_quads(said, kept, base), plan.hidden)
    yield from reference_quads(base)
    yield from ontology_quads(base)


def _write_derived(store: GraphStore, quads: Iterable[Quad], base: str, present: Mapping[NamedNode, str]) -> int:
    """Write those shared graphs that differ from what they were; return how many. There is none of judgements without any."""
    graphs: dict[NamedNode, list[Quad]] = {graph: [] for graph in _shared(base)}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name].append(quad)
    nothing_judged = not graphs[judgements_graph(base)]
    if nothing_judged:
        del graphs[judgements_graph(base)]
    keys = {graph: _digest(*sorted(map(str, of_graph))) for graph, of_graph in graphs.items()}
    stale = [graph for graph in graphs if present.get(graph) != keys[graph]]
    store.replace_graphs((graph, [*graphs[graph], build_key(graph, keys[graph])]) for graph in stale)
    taken_back = nothing_judged and store.remove_graph(judgements_graph(base))
    return len(stale) + taken_back


def _shared(base: str) -> tuple[NamedNode, ...]:
    return identity_graph(base), judgements_graph(base), reference_graph(base), ontology_graph(base)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join((mapper_version(), *parts)).encode()).hexdigest()[:32]
