"""Whatever happens to the reference playbooks, they are read, or it is told what is wrong with them, and soon."""

import random
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from tests.mutations import CHANGES

from firstwin.api import CODES
from firstwin.caching.memo import Memo
from firstwin.diagnostics.report import render_text
from firstwin.loading import advice_on, load_for_now, with_advice

PARTS = 10
CHANGED, ALL_CHANGED = 500, 10_000
"""The changed files of a usual run, and of one with all trials."""
AT_ONCE = (1, 9)
"""How many files of a project are changed together, in turn: alone, and where what it refers to is changed too."""
LONGEST = 5
"""Seconds of work, however busy the machine is."""
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def playbooks(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the reference playbooks; a trial puts back what it changes."""
    folder = tmp_path_factory.mktemp("changed")
    for name in ("playbooks", "theme"):
        copytree(repository / name, folder / name)
    (folder / "site_config.yml").write_bytes((repository / "site_config.yml").read_bytes())
    return folder


@pytest.fixture(scope="module")
def memo() -> Memo:
    """What was made of the files in the trials before, as a preview has it: most files are as they were."""
    return Memo()


@pytest.mark.parametrize("part", range(PARTS))
def test_changed_reference_playbooks_are_read_or_told(
    playbooks: Path, memo: Memo, part: int, *, full: bool
) -> None:
    files = sorted([playbooks / "site_config.yml", *playbooks.glob("playbooks/**/*.yml")])
    for trial in range((ALL_CHANGED if full else CHANGED) * len(AT_ONCE) // sum(AT_ONCE) // PARTS):
        chance = random.Random(f"{part} {trial}")
        chosen = chance.sample(files, AT_ONCE[trial % len(AT_ONCE)])
        before = {file: file.read_bytes() for file in chosen}
        changed = {file: _changed(text.decode(), chance) for file, text in before.items()}
        try:
            for file, text in changed.items():
                file.write_bytes(text.encode())
            _look_at(playbooks, memo)
        except Exception as error:
            error.add_note(f"trial {part} {trial}, {', '.join(file.name for file in before)}")
            raise
        finally:
            for file, content in before.items():
                file.write_bytes(content)


def _changed(text: str, chance: random.Random) -> str:
    change: Callable[[str, random.Random, int], str] = chance.choice(CHANGES)
    return change(text, chance, chance.randint(1, 6))


def _look_at(project: Path, memo: Memo) -> None:
    begin = time.process_time()
    loaded = load_for_now(project / "site_config.yml", today=TODAY, memo=memo)
    report = with_advice(loaded, advice_on(loaded, today=TODAY, memo=memo)).report
    memo.end_round()
    said = render_text(report.diagnostics, report.lines)
    took = time.process_time() - begin

    assert took < LONGEST
    assert {one.code.id for one in report.diagnostics} <= CODES.keys()
    for one in report.diagnostics:
        assert one.message
        assert one.span.line >= 1
        lines = report.lines.get(one.span.path) or [""]
        assert one.span.line <= len(lines)
        assert one.span.column <= len(lines[one.span.line - 1]) + 1
        assert f"{one.span}: " in said
