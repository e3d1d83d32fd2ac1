"""Made-up minutes for the tests of building, and what a build leaves."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from aktorsgraf.build import Report, build
from aktorsgraf.workspace import Workspace
from loaders.errors import LoaderError


class InlineExecutor(Executor):
    """Run everything at once, in this process."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except LoaderError as error:
            future.set_exception(error)
        return future


def minutes_text(number: int, *, body: str = "Styrelsen", chair: str = "Eva Almgren (S), Åre") -> str:
    """Return made-up minutes of one meeting; other numbers are other meetings."""
    return (
        f"Kommunförbundet Fjällbygden\n{body}\nProtokoll {number}/2024\n"
        f"Datum: 2024-{number % 12 + 1:02}-{number % 27 + 1:02}\nPlats: Kommunhuset\n\n"
        f"Närvarande ledamöter\n{chair}, ordförande\nBertil Nyström (C), Berg\nCarin Öhman (M), Ragunda\n\n"
        f"§ {number} Arbetsgrupp för vägar\nStyrelsens beslut\n"
        "att utse Bertil Nyström (C), Berg, och Carin Öhman (M), Ragunda, att ingå i arbetsgruppen för vägar.\n"
    )


def write_minutes(folder: Path, *numbers: int) -> None:
    """Write a file a number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(minutes_text(number), encoding="utf-8")


def build_inline(workspace: Path, *sources: Path, prune: bool = False) -> Report:
    """Build without other processes."""
    return build([str(source) for source in sources], Workspace(workspace), executor=InlineExecutor(), prune=prune)


def quads_of(workspace: Path) -> frozenset[str]:
    """Return everything in a workspace's graph."""
    with Workspace(workspace).open_store(read_only=True) as store:
        return frozenset(map(str, store.quads()))
