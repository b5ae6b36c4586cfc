"""What another process makes is what this one would make, and whatever happens to that process, it is there."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from firstwin.system import meanwhile
from firstwin.system.meanwhile import made_meanwhile

# The thread is that of the runner of tests, which no copy needs. A build asks for one only where there is no thread.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

HERE = os.getpid()
MORE_THAN_A_PIPE_HOLDS = 1_000_000


@pytest.fixture(autouse=True)
def _copies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanwhile, "start_method", lambda: "fork")


def _number() -> int:
    return os.getpid()


def test_it_is_made_by_another_process() -> None:
    with made_meanwhile(_number, 2) as pending:
        assert pending.result != os.getpid()
        assert pending.is_there
        assert multiprocessing.active_children() != []

    assert multiprocessing.active_children() == []


def test_it_is_made_once_however_often_it_is_asked_for() -> None:
    with made_meanwhile(lambda: [os.getpid()], 2) as pending:
        assert pending.result is pending.result


def test_it_may_be_of_any_size() -> None:
    with made_meanwhile(lambda: "x" * MORE_THAN_A_PIPE_HOLDS, 2) as pending:
        assert len(pending.result) == MORE_THAN_A_PIPE_HOLDS


def test_one_process_makes_it_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def make() -> int:
        asked.append(1)
        return os.getpid()

    with made_meanwhile(make, 1) as pending:
        assert pending.is_there
        assert not asked
        assert pending.result == os.getpid()
    assert asked == [1]


def test_what_cannot_be_copied_makes_it_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meanwhile, "start_method", lambda: "spawn")

    with made_meanwhile(_number, 2) as pending:
        assert pending.result == os.getpid()


def _killed_elsewhere() -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return 7


def _out_of_memory_elsewhere() -> int:
    if os.getpid() != HERE:
        raise MemoryError
    return 7


@pytest.mark.parametrize("make", [_killed_elsewhere, _out_of_memory_elsewhere])
def test_what_the_other_process_could_not_do_is_done_here(make: Callable[[], int]) -> None:
    with made_meanwhile(make, 2) as pending:
        assert pending.result == 7


def _failing() -> int:
    raise ValueError("it cannot be made")


@pytest.mark.parametrize("processes", [1, 2])
def test_what_fails_everywhere_fails_here(processes: int) -> None:
    with made_meanwhile(_failing, processes) as pending, pytest.raises(ValueError, match="cannot"):
        _ = pending.result


@contextmanager
def _patient(seconds: int) -> Iterator[None]:
    """Who still waits after so many seconds has failed."""

    def fail(*_: object) -> None:
        raise AssertionError("it waits for a process that does not end")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def test_an_interruption_leaves_no_process() -> None:
    """Not even one that has only just begun."""
    with (
        _patient(30),
        suppress(KeyboardInterrupt),
        made_meanwhile(signal.pause, 2) as pending,
    ):
        assert not pending.is_there
        raise KeyboardInterrupt

    assert multiprocessing.active_children() == []
