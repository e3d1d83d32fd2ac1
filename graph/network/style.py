"""What a picture shows: size and colour, as attributes `community` and `size`; and of too many links, the strongest."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Final, Literal, get_args

import networkx as nx
from networkx.utils import UnionFind

from graph.errors import NetworkError
from graph.network.measures import betweenness, communities

MOST_MET: Final = 10_000  # links; a page with more takes many seconds to open
Colour = Literal["party", "municipality", "kind", "community"]
Size = Literal["degree", "betweenness"]


def styled(network: nx.Graph[str], colour: Colour, size: Size | None) -> nx.Graph[str]:
    """Return a copy that knows what it is coloured by; `size` is 0 to 1, by the square root as areas are compared.

    Raises NetworkError for a colour or size that is none.
    """
    for what, given, known in (("colour", colour, get_args(Colour)), ("size", size, (None, *get_args(Size)))):
        if given not in known:
            raise NetworkError(f"no {what} {given!r}; there are {', '.join(filter(None, known))}")
    made = network.copy()
    made.graph["colour"] = colour
    if colour == "community":
        nx.set_node_attributes(made, communities(made), "community")
    if size is not None:
        made.graph["size"] = size
        values = betweenness(made) if size == "betweenness" else {node: float(degree) for node, degree in made.degree}
        most = max(values.values(), default=0.0) or 1.0
        nx.set_node_attributes(made, {node: round((value / most) ** 0.5, 3) for node, value in values.items()}, "size")
    return made


def strongest(network: nx.Graph[str], most: int = MOST_MET) -> nx.Graph[str]:
    """Return a copy without weak links between people who met, if there are more than `most`; else the network itself.

    A link stays that joins what stronger ones do not, or that is among the strongest of one of its ends, as many of each as leave
    about so many links. So whoever was linked, however far, still is. Of equal weight, the latest are stronger. The copy's `links`
    tells how many there were.
    """
    met = [(one, other, link) for one, other, link in network.edges(data=True) if link["relation"] == "met"]
    if len(met) <= most:
        return network
    met.sort(key=lambda edge: (edge[2]["weight"], edge[2].get("last", dt.date.min), edge[:2]), reverse=True)
    joined: UnionFind[str] = UnionFind(network)
    taken: Counter[str] = Counter()
    links_of_rank: Counter[int] = Counter()
    ranks: dict[tuple[str, str], int] = {}
    for one, other, _ in met:
        taken.update((one, other))
        joins = joined[one] != joined[other]
        joined.union(one, other)
        rank = ranks[one, other] = 0 if joins else min(taken[one], taken[other])
        links_of_rank[rank] += 1
    room, last = most - links_of_rank[0], 0
    while (room := room - links_of_rank[last + 1]) >= 0:
        last += 1
    made = network.copy()
    made.remove_edges_from([pair for pair, rank in ranks.items() if rank > last])
    made.graph["links"] = network.number_of_edges()
    return made
