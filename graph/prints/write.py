"""A network as the bytes of an SVG or PNG file: the same for the same network, without clock or random name."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Literal

import networkx as nx

from graph.errors import NetworkError
from graph.extras import how_to_install
from graph.network.titles import Language

if TYPE_CHECKING:
    from matplotlib.figure import Figure

LONGEST_SIDE: Final = 9000  # pixels of a PNG; a larger network gets smaller letters
DPI: Final = 144
# Sizes of a clip path's name and of the like are made of this instead of a random number.
SETTINGS: Final[dict[Any, Any]] = {
    "svg.hashsalt": "aktorsgraf",
    "svg.fonttype": "none",
    "font.family": ["DejaVu Sans"],
    "text.parse_math": False,
    "path.simplify": False,
}
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def print_bytes(network: nx.Graph[str], format_: Literal["svg", "png"], *, title: str, language: Language) -> bytes:
    """Draw the network with its legend. Raises NetworkError where matplotlib is not installed."""
    try:
        import matplotlib as mpl  # noqa: PLC0415 - an extra, and slow to load
        from matplotlib.figure import Figure  # noqa: PLC0415 - as above
    except ImportError as error:
        raise NetworkError(
            f".{format_}: pictures for print need matplotlib; install it with: {how_to_install('plots')}"
        ) from error
    from graph.prints.figure import draw_on  # noqa: PLC0415 - needs matplotlib

    with mpl.rc_context(SETTINGS), unknown_letters():
        figure = Figure(facecolor="white")
        draw_on(figure, network, title=title, language=language)
        return figure_bytes(figure, format_)


def printable(text: str) -> str:
    """Return text without characters that neither XML nor a font has a form for."""
    return _CONTROL.sub(" ", text)


def figure_bytes(figure: Figure, format_: Literal["svg", "png"]) -> bytes:
    """Return the bytes of a figure's file: the same for the same figure."""
    out = io.BytesIO()
    if format_ == "svg":
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    else:
        longest = max(float(side) for side in figure.get_size_inches())
        figure.savefig(out, format="png", dpi=min(DPI, LONGEST_SIDE / longest), metadata={"Software": None})
    return out.getvalue()


@contextmanager
def unknown_letters() -> Iterator[None]:
    """Draw a box for a letter that the font lacks, as browsers do, and say nothing."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font", category=UserWarning)
        yield
