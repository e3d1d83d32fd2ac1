"""Answering from the store in another process, which can be ended when it takes too long: nothing else interrupts an engine."""

from __future__ import annotations

import multiprocessing as mp
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Final, Generic, TypeVar

from aktorsgraf.errors import EndedError, TooSlowError
from aktorsgraf.starting import without_main
from graph.store import GraphStore

Asked = TypeVar("Asked")
Answered = TypeVar("Answered")
_START: Final = 300.0  # seconds, on a machine that has much else to do


class AnsweringProcess(Generic[Asked, Answered]):
    """A process that answers one question at a time, started when it is first asked and anew after it was ended."""

    def __init__(self, store: Path, answer: Callable[[GraphStore, Asked], Answered]) -> None:
        """Answer over the store in this folder by a function that the other process can import."""
        self._store, self._answer = store, answer
        self._lock = Lock()
        self._pipe: Connection | None = None
        self._process: mp.process.BaseProcess | None = None

    def ask(self, asked: Asked, seconds: float) -> Answered:
        """Return the answer. Raises TooSlowError after so many seconds, and EndedError where there is no process."""
        with self._lock:
            pipe = self._running()
            try:
                pipe.send(asked)
                if pipe.poll(seconds):
                    answer: Answered = pipe.recv()
                    return answer
            except (EOFError, OSError) as error:
                self._end()
                raise EndedError("the process that answers has ended; ask again, or something smaller") from error
            except BaseException:
                self._end()  # its answer would be taken for that to the next question
                raise
            self._end()
            raise TooSlowError(f"no answer within {seconds:g} seconds; ask for less, or with a LIMIT")

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._end()

    def _running(self) -> Connection:
        if self._pipe is None:
            context = mp.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._store, self._answer), daemon=True)
            with without_main():
                self._process.start()
            theirs.close()
            if not self._pipe.poll(_START):  # its time to start is no question's
                self._end()
                raise EndedError(f"the process that answers does not start within {_START:g} seconds; ask again")
            with suppress(EOFError, OSError):
                self._pipe.recv()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None


def _serve(pipe: Connection, store: Path, answer: Callable[[GraphStore, Asked], Answered]) -> None:
    """Answer what comes through the pipe until its other end is closed."""
    with suppress(EOFError, KeyboardInterrupt), GraphStore.open(store, read_only=True) as opened:
        pipe.send("ready")
        while True:
            pipe.send(answer(opened, pipe.recv()))
