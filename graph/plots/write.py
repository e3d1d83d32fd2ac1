"""A plot as a file: .svg and .png for print, .html with the same as a table; the same bytes for the same plot."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final, Literal

import jinja2
from markupsafe import Markup
from matplotlib import rc_context
from matplotlib.figure import Figure

from graph.errors import PlotError
from graph.export.whole import whole_file
from graph.page.write import security_policy
from graph.plots.words import WORDS, Language
from graph.prints.write import SETTINGS, figure_bytes, printable, unknown_letters

ENDINGS: Final = (".svg", ".png", ".html")


@dataclass(frozen=True, slots=True)
class Said:
    """What a plot says, as a table of texts under headings."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def write_plot(figure: Figure, path: Path, *, title: str, said: Sequence[Said], language: Language) -> None:
    """Write the file that the ending of `path` names, whole or not at all. Raises PlotError for another ending, and where it cannot be written."""
    content = _content(figure, path, title, said, language)
    try:
        with whole_file(path) as out:
            out.write(content)
    except OSError as error:
        raise PlotError(f"{path}: cannot be written ({error.strerror or error}); choose another path") from error


def _content(figure: Figure, path: Path, title: str, said: Sequence[Said], language: Language) -> bytes:
    match path.suffix.lower():
        case ".svg":
            return plot_bytes(figure, "svg")
        case ".png":
            return plot_bytes(figure, "png")
        case ".html":
            return plot_page(figure, title=title, said=said, language=language).encode()
    raise PlotError(f"{path}: a plot is written as {', '.join(ENDINGS)}; name such a file")


def plot_bytes(figure: Figure, format_: Literal["svg", "png"]) -> bytes:
    """Return the picture's bytes."""
    with rc_context(SETTINGS), unknown_letters():
        return figure_bytes(figure, format_)


def plot_page(figure: Figure, *, title: str, said: Sequence[Said], language: Language) -> str:
    """Return a page with the picture and its tables, that asks nobody for anything and runs nothing.

    The drawing stands in an `img`, where browsers neither run scripts nor fetch, whatever the minutes named.
    """
    style = (files("graph.plots") / "page.css").read_text(encoding="utf-8")
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("graph.plots", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    picture = base64.b64encode(plot_bytes(figure, "svg")).decode("ascii")
    return environment.get_template("page.html").render(
        language=language,
        title=printable(title),
        words=WORDS[language],
        said=said,
        policy=f"{security_policy(scripts=(), styles=(style,))}; img-src data:",
        style=Markup(style),  # noqa: S704  our own file
        picture=f"data:image/svg+xml;base64,{picture}",
    )
