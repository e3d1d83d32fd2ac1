"""Work in an executor: in order, bounded, and no job takes the others down."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from build_samples import InlineExecutor

from aktorsgraf.errors import WorkspaceError
from aktorsgraf.pool import BYTES_IN_FLIGHT, DONE_HERE, IN_FLIGHT, Workers, map_in_order

DEADLY = 7


def double(number: int) -> int:
    return 2 * number


def double_or_die(number: int) -> int:
    if number == DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def test_all_cores_give_results_in_order() -> None:
    with Workers() as workers:
        assert list(map_in_order(double, range(200), double, workers)) == [(one, 2 * one) for one in range(200)]


def test_the_folder_for_temporary_files_may_have_a_long_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / ("å" * 60)))
    Path(tempfile.gettempdir()).mkdir()
    with Workers() as workers:
        assert list(map_in_order(double, range(3), double, workers)) == [(0, 0), (1, 2), (2, 4)]


def test_a_job_that_kills_its_process_fails_alone() -> None:
    with Workers() as workers:
        results = dict(map_in_order(double_or_die, range(150), lambda job: -job, workers))
    assert results == {one: -DEADLY if one == DEADLY else 2 * one for one in range(150)}


def test_any_executor_can_be_handed_in_and_is_left_open() -> None:
    with ThreadPoolExecutor(2) as executor:
        with Workers(executor) as workers:
            assert dict(map_in_order(double, [1, 2], double, workers)) == {1: 2, 2: 4}
        assert executor.submit(int).result() == 0


def test_no_more_jobs_are_held_than_the_bound() -> None:
    taken = 0

    def jobs() -> Iterator[int]:
        nonlocal taken
        for number in range(3 * IN_FLIGHT):
            taken += 1
            yield number

    with Workers(InlineExecutor()) as workers:
        for done, _ in enumerate(map_in_order(double, jobs(), double, workers), start=1):
            assert taken - done < IN_FLIGHT


def test_large_jobs_are_held_by_their_size() -> None:
    taken = 0

    def jobs() -> Iterator[int]:
        nonlocal taken
        for number in range(20):
            taken += 1
            yield number

    with Workers(InlineExecutor()) as workers:
        large = map_in_order(double, jobs(), double, workers, size=lambda _: BYTES_IN_FLIGHT // 3)
        held = [taken - done for done, _ in enumerate(large, start=1)]
    assert max(held) == 3


def test_an_executor_that_is_gone_is_said_in_one_line() -> None:
    class Gone(Executor):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise BrokenExecutor("gone")

    with Workers(Gone()) as workers, pytest.raises(WorkspaceError, match="hand in a new one"):
        list(map_in_order(double, [1], double, workers))


def whose(_: int) -> int:
    return os.getpid()


def test_a_little_work_is_done_here_and_more_elsewhere() -> None:
    with Workers() as workers:
        few = [done for _, done in map_in_order(whose, range(3), whose, workers, lambda _: 1, lambda _: True)]
        unsafe = [done for _, done in map_in_order(whose, range(3), whose, workers, lambda _: 1)]
    with Workers() as workers:
        much = [
            done for _, done in map_in_order(whose, range(3), whose, workers, lambda _: DONE_HERE // 2, lambda _: True)
        ]
    assert few == [os.getpid()] * 3
    assert os.getpid() not in unsafe
    assert much[0] == os.getpid() != much[2]
