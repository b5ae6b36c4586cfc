"""Whoever builds in a folder is alone in it, and nobody waits for one who is gone."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from firstwin.output import locked
from firstwin.output.sync import FILE_MODE

# What is locked with is loaded here: a process that loads it takes a second to begin.
FORKS = multiprocessing.get_context("fork")

# The thread is that of the runner of tests, which no copy needs.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


@dataclass(frozen=True)
class Holder:
    """A process that takes the lock, and holds it until it is told something or killed."""

    process: ForkProcess
    line: Connection

    def next_line(self) -> str:
        return str(self.line.recv())

    def tell(self) -> None:
        self.line.send("")

    def end(self, by: signal.Signals) -> None:
        assert self.process.pid
        os.kill(self.process.pid, by)
        self.process.join()


def hold(folder: Path, line: Connection) -> None:
    with locked(folder, lambda: line.send("waiting")):
        line.send("in")
        line.recv()
    line.send("out")


@contextmanager
def holder(folder: Path) -> Iterator[Holder]:
    ours, theirs = FORKS.Pipe()
    process = FORKS.Process(target=hold, args=(folder, theirs))
    with ours:
        with theirs:
            process.start()
        yield Holder(process, ours)
        process.kill()
        process.join()


def test_who_comes_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        assert first.next_line() == "in"
        with holder(tmp_path) as second:
            assert second.next_line() == "waiting"
            first.tell()
            assert (first.next_line(), second.next_line()) == ("out", "in")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_nobody_waits_for_one_who_is_gone(tmp_path: Path, end: signal.Signals) -> None:
    with holder(tmp_path) as first:
        assert first.next_line() == "in"
        with holder(tmp_path) as second:
            assert second.next_line() == "waiting"
            first.end(end)
            assert second.next_line() == "in"


def test_a_folder_is_free_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        _ = 1 // 0
    with locked(tmp_path, pytest.fail):
        pass


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with locked(tmp_path):
        (lock,) = tmp_path.iterdir()
        assert (lock.read_bytes(), lock.stat().st_mode & 0o777) == (b"", FILE_MODE)
    assert list(tmp_path.iterdir()) == []


def test_of_one_who_was_killed_nothing_is_left_once_the_next_was_there(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        assert first.next_line() == "in"
        first.end(signal.SIGKILL)
    assert len(list(tmp_path.iterdir())) == 1
    with locked(tmp_path, pytest.fail):
        pass
    assert list(tmp_path.iterdir()) == []


def go_in_and_out(folder: Path, begin: Barrier) -> None:
    inside = folder / "inside"
    begin.wait()
    for _ in range(100):
        with locked(folder):
            inside.touch(exist_ok=False)
            os.sched_yield()  # to another, who has to wait
            inside.unlink()


def test_of_many_only_one_is_in_at_a_time(tmp_path: Path) -> None:
    """However often the file goes and comes, whoever is in writes down that it is, alone."""
    begin = FORKS.Barrier(4)
    many = [FORKS.Process(target=go_in_and_out, args=(tmp_path, begin)) for _ in range(4)]
    for each in many:
        each.start()
    for each in many:
        each.join()
    assert [each.exitcode for each in many] == [0, 0, 0, 0]


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(OSError, match="site"), locked(tmp_path / "site"):
        pass
