"""Work on all cores, in order, with a bounded number of jobs under way."""

from __future__ import annotations

import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Self, TypeVar

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.starting import without_main

IN_FLIGHT = 64  # jobs: enough to keep a small cluster busy
DONE_HERE = 400_000  # bytes that are worked through sooner than processes for all cores are started
ENOUGH_WAITING = 2 * (os.cpu_count() or 1)  # jobs that keep all processes busy for a while
BYTES_IN_FLIGHT = 256 * 1024 * 1024  # so that a folder of large scans does not fill the memory
LONGEST_SOCKET = 103  # bytes of a path; Linux takes a few more

Job = TypeVar("Job")
Result = TypeVar("Result")


class Workers(AbstractContextManager["Workers"]):
    """The executor handed in, which is left open; or processes on all cores, opened when there is a first job.

    Processes of its own are opened anew after they broke.
    """

    def __init__(self, executor: Executor | None = None) -> None:
        self._given = executor
        self._own: Executor | None = None
        self._single: Executor | None = None

    @property
    def own(self) -> bool:
        """Whether processes are there already, handed in or opened."""
        return self._given is not None or self._own is not None

    @property
    def own_processes(self) -> bool:
        """Whether the work is done by processes that were opened here."""
        return self._given is None and self._own is not None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in (self._own, self._single):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def submit(self, function: Callable[[Job], Result], job: Job) -> Future[Result]:
        """Begin a job. Raises WorkspaceError when the executor that was handed in takes no more."""
        if self._given is not None:
            try:
                return self._given.submit(function, job)
            except BrokenExecutor as error:
                raise WorkspaceError(f"the executor handed in is broken ({error}); hand in a new one") from error
        if self._own is None:
            self._own = process_pool(function.__module__)
        try:
            return _begin(self._own, function, job)
        except BrokenExecutor:
            self._own.shutdown()
            self._own = process_pool(function.__module__)
            return _begin(self._own, function, job)

    def do_alone(self, function: Callable[[Job], Result], job: Job, on_death: Callable[[Job], Result]) -> Result:
        """Do a job while no other is under way in its process; return what `on_death` makes of it when it kills that."""
        if self._single is None:
            self._single = process_pool(function.__module__, workers=1)
        try:
            return _begin(self._single, function, job).result()
        except BrokenExecutor:
            self._single.shutdown()
            self._single = None
            return on_death(job)


def map_in_order(
    function: Callable[[Job], Result],
    jobs: Iterable[Job],
    on_death: Callable[[Job], Result],
    workers: Workers,
    size: Callable[[Job], int] = lambda _: 0,
    small: Callable[[Job], bool] = lambda _: False,
) -> Iterator[tuple[Job, Result]]:
    """Yield each job with what the function makes of it, in order. Function, jobs and results must be picklable.

    At most `IN_FLIGHT` jobs are under way, and besides one at most `BYTES_IN_FLIGHT` by their `size`. The first jobs are done in
    this process as long as each is `small` and safe to do here, up to `DONE_HERE` bytes: to start others takes longer. This
    process also does small ones while the others have enough before them, as when they have just been started.

    A job that kills the process it is in takes those beside it along: they are then done again one at a time, and the one at
    fault gets what `on_death` makes of it.
    """
    under_way: deque[tuple[Job, Future[Result]]] = deque()

    def finish() -> tuple[Job, Result]:
        job, future = under_way.popleft()
        try:
            return job, future.result()
        except BrokenExecutor:
            return job, workers.do_alone(function, job, on_death)

    here = 0 if workers.own else DONE_HERE
    for job in jobs:
        here = here - size(job) if small(job) else 0
        if here > 0:
            yield job, function(job)
            continue
        waiting = sum(not future.done() for _, future in under_way)
        helps = small(job) and workers.own_processes and waiting >= ENOUGH_WAITING
        under_way.append((job, _done(function(job)) if helps else workers.submit(function, job)))
        while len(under_way) >= IN_FLIGHT or (
            len(under_way) > 1 and sum(size(one) for one, _ in under_way) > BYTES_IN_FLIGHT
        ):
            yield finish()
    while under_way:
        yield finish()


def _done(result: Result) -> Future[Result]:
    future: Future[Result] = Future()
    future.set_result(result)
    return future


def process_pool(module: str, workers: int | None = None) -> ProcessPoolExecutor:
    """Open processes for all cores that do the work of a module. They end with this process, however it ends."""
    method = "forkserver" if _can_have_a_forkserver() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([module])  # imported, its patterns compiled, once for all processes
    return ProcessPoolExecutor(workers or os.cpu_count(), mp_context=context, initializer=_begin_worker)


def _can_have_a_forkserver() -> bool:
    """Tell whether one can be started here: it is spoken to by a socket in the folder for temporary files."""
    socket = os.fsencode(tempfile.gettempdir()) + b"/pymp-abcdefgh/listener-abcdefgh"
    return "forkserver" in multiprocessing.get_all_start_methods() and len(socket) <= LONGEST_SOCKET


def _begin(pool: Executor, function: Callable[[Job], Result], job: Job) -> Future[Result]:
    with without_main():  # a pool starts its processes as jobs come in
        return pool.submit(function, job)


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C and ends the workers
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # nothing of a worker's is worth finishing when its parent was killed
