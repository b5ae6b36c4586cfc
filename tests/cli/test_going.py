"""How a build is going is told in lines that fit where they are read."""

import itertools
from collections.abc import Callable

import pytest

from firstwin.cli import going


def seconds() -> Callable[[], float]:
    """A clock on which a second passes each time somebody looks."""
    ticks = itertools.count(1.0)
    return lambda: next(ticks)


def test_elsewhere_a_line_comes_after_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    told = going.Going(seconds=seconds())
    told.line("Checked 3 files")
    for made in range(1, 24):
        told.pages("customer", made * 8, 1000)

    assert capsys.readouterr().err == (
        "Checked 3 files\n"
        "customer: 88 of 1000 pages, 2 min left\n"
        "customer: 168 of 1000 pages, 2 min left\n"
    )


def test_each_edition_is_counted_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    told = going.Going(between=0, seconds=seconds())
    for edition, made in [("customer", 8), ("customer", 16), ("partner", 8), ("partner", 16)]:
        told.pages(edition, made, 24)

    assert capsys.readouterr().err == (
        "customer: 16 of 24 pages, 0 s left\npartner: 16 of 24 pages, 0 s left\n"
    )


def test_a_terminal_has_one_line_which_is_gone_at_the_end(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "20")
    with going.going() as told:
        told.line("Checked 3 files")
        told.line("customer: 1000 pages, none changed")

    start = "\r\x1b[K"
    assert capsys.readouterr().err == (f"{start}Checked 3 files{start}customer: 1000 page{start}")


def test_a_terminal_that_cannot_move_gets_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    with going.going() as told:
        told.line("Checked 3 files")

    assert capsys.readouterr().err == "Checked 3 files\n"
