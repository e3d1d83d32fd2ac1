"""What a notebook shows and how it is told of errors and progress («infogat»)."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from markupsafe import Markup

from aktorsgraf.cli.refusals import REFUSALS
from aktorsgraf.progress import Progress, silent


class InlinePage(NamedTuple):
    """An interactive page that a notebook shows in a frame of its own: its scripts cannot reach the notebook, nor the network."""

    title: str
    html: str
    height: int

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self.html) // 1000} kB of HTML; save(path) writes it>"

    def _repr_html_(self) -> str:
        frame = Markup(
            '<iframe sandbox="allow-scripts" srcdoc="{}" title="{}" width="100%" height="{}" style="border:1px solid #d9dee2">'
            "</iframe>"
        )
        return str(frame.format(self.html, self.title, self.height))

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to a file that opens in any browser, without a connection."""
        written = Path(path)
        written.write_text(self.html, encoding="utf-8", newline="\n")
        return written


def notebook_shell() -> Any | None:
    """Return IPython's shell where one runs; a program that has not loaded IPython is not made to."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython else None


def tell_errors_in_a_line() -> None:
    """Let a notebook show what aktorsgraf refuses as one line; other errors keep their tracebacks."""
    shell = notebook_shell()
    if shell is not None:
        shell.set_custom_exc(REFUSALS, _in_a_line)


def notebook_progress() -> Progress:
    """Return what tells in the cell how far a long step has come; outside notebooks, what is silent."""
    shell = notebook_shell()
    if shell is None or not hasattr(shell, "kernel"):
        return silent
    from IPython.display import display  # noqa: PLC0415 - it is loaded, as a kernel runs

    return _telling(display({"text/plain": "…"}, raw=True, display_id=True))  # type: ignore[no-untyped-call]


def _telling(handle: Any) -> Progress:
    def tell(step: str, done: int, total: int) -> None:
        handle.update({"text/plain": f"{step}: {done} / {total}"}, raw=True)

    return tell


def _in_a_line(
    shell: Any,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
    tb_offset: Callable[..., Any] | None = None,  # noqa: ARG001 - IPython's signature
) -> None:
    shell.showtraceback((kind, error, trace), exception_only=True)
