"""Whoever builds in a folder is alone in it, and nobody waits for one who is gone."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from firstwin.output import locked
from firstwin.output.sync import FILE_MODE

HOLDER = """
import sys
from pathlib import Path
from firstwin.output import locked

with locked(Path(sys.argv[1]), lambda: print("waiting", flush=True)):
    print("in", flush=True)
    sys.stdin.readline()
print("out", flush=True)
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that takes the lock, and holds it until it is told something or killed."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def output_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    print(file=process.stdin, flush=True)


def test_who_comes_second_waits_until_the_first_is_done(tmp_path: Path) -> None:
    with holder(tmp_path) as first:
        assert output_of(first) == "in"
        with holder(tmp_path) as second:
            assert output_of(second) == "waiting"
            tell(first)
            assert (output_of(first), output_of(second)) == ("out", "in")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_nobody_waits_for_one_who_is_gone(tmp_path: Path, end: signal.Signals) -> None:
    with holder(tmp_path) as first:
        assert output_of(first) == "in"
        with holder(tmp_path) as second:
            assert output_of(second) == "waiting"
            first.send_signal(end)
            assert output_of(second) == "in"


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
        assert output_of(first) == "in"
        first.kill()
        first.wait()
    assert len(list(tmp_path.iterdir())) == 1
    with locked(tmp_path, pytest.fail):
        pass
    assert list(tmp_path.iterdir()) == []


def test_of_many_only_one_is_in_at_a_time(tmp_path: Path) -> None:
    """However often the file goes and comes, whoever is in writes down that it is, alone."""
    inside = tmp_path / "inside"
    program = f"""
from pathlib import Path
from firstwin.output import locked
for _ in range(40):
    with locked(Path({str(tmp_path)!r})):
        Path({str(inside)!r}).touch(exist_ok=False)
        Path({str(inside)!r}).unlink()
"""
    many = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(4)]
    assert [each.wait() for each in many] == [0, 0, 0, 0]


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(OSError, match="site"), locked(tmp_path / "site"):
        pass
