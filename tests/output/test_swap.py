"""What the system offers to put one folder in the place of another."""

import os
import signal
from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin.output.swap import exchange, undisturbed, write_through

OLD, NEW = {"index.html": b"old"}, {"index.html": b"new", "more.html": b"new"}


def test_the_exchange_is_one_step_here(tmp_path: Path) -> None:
    """This system can exchange folders; a slip in the call would go unnoticed otherwise."""
    one, other = lay(tmp_path / "one", OLD), lay(tmp_path / "other", NEW)

    assert exchange(one, other)
    assert snapshot(one) == NEW
    assert snapshot(other) == OLD


def test_an_error_of_the_system_is_not_taken_for_a_missing_ability(tmp_path: Path) -> None:
    lay(tmp_path / "one", OLD)
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "one", tmp_path / "nowhere")


def test_a_disk_that_takes_nothing_more_is_named(tmp_path: Path) -> None:
    write_through(tmp_path)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        write_through(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interruption_waits_and_is_not_forgotten(name: str) -> None:
    done: list[str] = []

    def interrupted(*_: object) -> None:
        done.append("interrupted")

    before = signal.signal(getattr(signal, name), interrupted)
    try:
        with undisturbed():
            os.kill(os.getpid(), getattr(signal, name))
            os.kill(os.getpid(), getattr(signal, name))
            done.append("whole")
    finally:
        signal.signal(getattr(signal, name), before)

    assert done == ["whole", "interrupted"]
