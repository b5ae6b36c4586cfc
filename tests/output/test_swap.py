"""What the system offers to put one folder in the place of another."""

from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin.output.swap import exchange, write_through

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
