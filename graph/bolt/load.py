"""Loading the projected graph into a server: only what differs is written, only what was loaded before is removed.

Each node of ours carries `agKey`, which tells what it and its relationships held when it was written. Our nodes come in order
of their IRIs, and so does what the server holds: the two are compared side by side, with memory for one batch. A node is written
without its key, then its relationships and, in the same transaction, the key. So a load that is ended anywhere is completed by
the next one, and one that finds every key in place writes nothing.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any, Final, NamedTuple, TypeVar

from graph.bolt.connection import GraphServer, Run
from graph.bolt.statements import (
    COUNT_TYPES,
    HELD,
    PAGE,
    REMOVE,
    SEAL,
    UNLINK,
    UNSEAL,
    constraints,
    drop_labels,
    write_links,
    write_nodes,
)
from graph.errors import ServerError
from graph.projection import CONTENT_KEY, Link, Node, label_names
from graph.projection_values import is_property_of_ours

BATCH: Final = 2000  # nodes in a transaction; a tenth takes half as long again, ten times as many gain nothing
PAGE_SIZE: Final = 10_000
Item = TypeVar("Item")
Tell = Callable[[str, int], None]


@dataclass(slots=True)
class Loaded:
    """What a load did: nodes by what became of them, relationships written, and what the server refused."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    relationships: int = 0
    notes: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Tell whether the server is as it was."""
        return not (self.added or self.changed or self.removed)


class _Unlinked(NamedTuple):
    """A node that was written and waits for its relationships; `key` comes with them. `there` says that it may have some."""

    iri: str
    key: str
    links: tuple[Link, ...]
    there: bool


def load(server: GraphServer, nodes: Callable[[], Iterable[Node]], tell: Tell = lambda _step, _done: None) -> Loaded:
    """Bring a server in line with the nodes, which come in order of their IRIs at every call. Raises ServerError.

    `tell` hears how many nodes of each step are done. Where relationships are missing in the end, or there are too many, somebody
    else has been at them: then all are written again.
    """
    notes = _constrain(server)
    done, links = _load(server, nodes(), tell)
    if links != dict(server.read(COUNT_TYPES).rows):
        while server.write(lambda run: run(UNSEAL, size=PAGE_SIZE))[0][0]:
            pass
        again, _ = _load(server, nodes(), tell)
        done.changed, done.unchanged = again.changed - done.added, 0
    done.notes = notes
    return done


def _load(server: GraphServer, nodes: Iterable[Node], tell: Tell) -> tuple[Loaded, Counter[str]]:
    """Write what differs; return what was done, and how many relationships of each type there should be."""
    done, links = Loaded(), Counter[str]()
    with tempfile.TemporaryFile() as waiting:
        gone: list[str] = []
        for batch in batches(_compared(server, _counted(nodes, links), done, gone), BATCH):
            server.write(_writing_nodes(batch))
            for node, there in batch:
                pickle.dump(_Unlinked(node.iri, node.content_key, node.links, there), waiting)
            tell("nodes", done.added + done.changed)
        waiting.seek(0)
        linked = 0
        for unlinked in batches(unspooled(waiting), BATCH):
            server.write(_linking(unlinked))
            done.relationships += sum(len(node.links) for node in unlinked)
            linked += len(unlinked)
            tell("relationships", linked)
    for iris in batches(iter(gone), BATCH):
        rows = [{"iri": iri} for iri in iris]
        server.write(lambda run, rows=rows: run(REMOVE, rows=rows))  # type: ignore[misc]
    done.removed = len(gone)
    return done, links


def _counted(nodes: Iterable[Node], links: Counter[str]) -> Iterator[Node]:
    for node in nodes:
        links.update(link.type for link in node.links)
        yield node


def _constrain(server: GraphServer) -> tuple[str, ...]:
    """Make `iri` the key of each label; return what to tell a user who may not, or whose own nodes are in the way."""
    notes: list[str] = []
    for label, statement in constraints():
        try:
            server.write(lambda run, statement=statement: run(statement))  # type: ignore[misc]
        except ServerError as error:
            if ".Security." not in error.code and ".Schema." not in error.code:
                raise
            notes.append(f"no key on {label}.iri, the load goes on without and may be slow ({error})")
            if ".Security." in error.code:  # the others would be refused as well
                break
    return tuple(notes)


def _compared(server: GraphServer, nodes: Iterable[Node], done: Loaded, gone: list[str]) -> Iterator[tuple[Node, bool]]:
    """Yield the nodes to write, each with whether the server has it; note what it has and we have not."""
    theirs = _held(server)
    held = next(theirs, None)
    for node in nodes:
        while held is not None and held[0] < node.iri:
            gone.append(held[0])
            held = next(theirs, None)
        there = held is not None and held[0] == node.iri
        if held is not None and there and held[1] == node.content_key:
            done.unchanged += 1
        else:
            done.changed += there
            done.added += not there
            yield node, there
        if there:
            held = next(theirs, None)
    while held is not None:
        gone.append(held[0])
        held = next(theirs, None)


def _held(server: GraphServer) -> Iterator[tuple[str, str]]:
    """Yield the IRI and key of each node that was loaded before, in order."""
    after = ""
    while True:
        page = server.read(PAGE, {"after": after, "size": PAGE_SIZE}).rows
        yield from page
        if len(page) < PAGE_SIZE:
            return
        after = page[-1][0]


def _writing_nodes(batch: Sequence[tuple[Node, bool]]) -> Callable[[Run], None]:
    def work(run: Run) -> None:
        held = {
            iri: (keys, labels)
            for iri, keys, labels in run(HELD, rows=[{"iri": node.iri} for node, there in batch if there])
        }
        by_labels: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        to_drop: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
        for node, _ in batch:
            keys, labels = held.get(node.iri, ((), ()))
            former = {key: None for key in keys if key != CONTENT_KEY and is_property_of_ours(key)}
            by_labels[node.labels].append({"iri": node.iri, "properties": former | values_of(node)})
            if wrong := tuple(sorted(set(labels) & _OURS - set(node.labels))):
                to_drop[wrong].append({"iri": node.iri})
        for labels, rows in sorted(to_drop.items()):
            run(drop_labels(labels), rows=rows)
        for labels, rows in sorted(by_labels.items()):
            run(write_nodes(labels), rows=rows)

    return work


_OURS: Final = frozenset(label_names())


def values_of(node: Node) -> dict[str, Any]:
    """Return a node's properties as a server takes them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in node.properties.items()}


def _linking(nodes: Sequence[_Unlinked]) -> Callable[[Run], None]:
    def work(run: Run) -> None:
        former = [one for one in nodes if one.there]
        run(
            UNLINK,
            rows=[{"iri": one.iri, "links": [f"{link.type} {link.target}" for link in one.links]} for one in former],
        )
        for type_, rows in links_by_type([(one.iri, one.links) for one in nodes]):
            run(write_links(type_), rows=rows)
        run(SEAL, rows=[{"iri": one.iri, "key": one.key} for one in nodes])

    return work


def links_by_type(nodes: Iterable[tuple[str, Sequence[Link]]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the rows of each type of relationship, given those that begin at each node."""
    by_type: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for start, links in nodes:
        for type_, target, derived in links:
            by_type[type_].append({"start": start, "target": target, "derived": derived})
    return sorted(by_type.items())


def unspooled(spool: IO[bytes]) -> Iterator[Any]:
    """Read back what this process wrote before."""
    while True:
        try:
            yield pickle.load(spool)  # noqa: S301 - our own, from a file that nobody else can open
        except EOFError:
            return


def batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    """Yield lists of so many items, the last of what remains."""
    while batch := list(islice(items, size)):
        yield batch
