"""On which day a project is checked."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.edits import project

import firstwin

DUE = {"edit playbooks/team/playbook.yml": "-duration: 30\n+duration: 30\n+review_by: 2026-11-22"}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return project(tmp_path, DUE)


def codes(config: Path, today: date | None = None) -> list[str]:
    return [found.code.id for found in firstwin.check(config, today=today).diagnostics]


def epoch(day: date) -> str:
    return str(int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()))


def test_the_day_that_is_named_counts(config: Path) -> None:
    assert codes(config, date(2026, 11, 22)) == []
    assert codes(config, date(2026, 11, 23)) == ["FW611"]


def test_without_one_the_environment_may_name_it(
    config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2026, 11, 22)))
    assert codes(config) == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch(date(2031, 1, 1)))
    assert codes(config) == ["FW611"]


def test_without_either_it_is_the_day_it_is(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    edited = config.parent / "playbooks/team/playbook.yml"
    for due, expected in (("9999-12-31", []), ("2020-01-01", ["FW611"])):
        before = edited.read_text("utf-8")
        edited.write_text(before.replace("2026-11-22", due), encoding="utf-8")
        assert codes(config) == expected
        edited.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("moment", ["soon", "1e9", "9" * 30])
def test_a_moment_that_is_none_is_refused(
    config: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    monkeypatch.setitem(os.environ, "SOURCE_DATE_EPOCH", moment)
    with pytest.raises(firstwin.WrongUseError, match="names no moment"):
        firstwin.check(config)
