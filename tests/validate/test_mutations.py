"""Whatever is done to a project, it is told what is wrong, and quickly."""

import random
import re
import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mutations import with_changed_lines, with_changed_nodes

from firstwin.diagnostics.report import render_text
from firstwin.rules import CODES, lint
from firstwin.sources import read
from firstwin.validate import validate

SMALL = Path(__file__).resolve().parents[1] / "projects" / "small"
FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*.yml"))
LONGEST = 5  # seconds of work, however busy the machine is
TAG = re.compile(r"<(task|use|item|group|meeting|unknown)>")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("mutated")
    shutil.copytree(SMALL, made, dirs_exist_ok=True)
    return made


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 6))
@pytest.mark.unmeasured  # others run through all of it
def test_mutated_nodes_are_reported(folder: Path, seed: int, count: int) -> None:
    _check(folder, seed, lambda text, chance: with_changed_nodes(text, chance, count))


@settings(max_examples=150)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 6))
@pytest.mark.unmeasured  # others run through all of it
def test_mutated_lines_are_reported(folder: Path, seed: int, count: int) -> None:
    _check(folder, seed, lambda text, chance: with_changed_lines(text, chance, count))


def _check(folder: Path, seed: int, mutate: Callable[[str, random.Random], str]) -> None:
    chance = random.Random(seed)
    names = chance.sample(FILES, 2)
    for name in names:
        text = (SMALL / name).read_text(encoding="utf-8")
        (folder / name).write_text(mutate(text, chance), encoding="utf-8")
    try:
        begin = time.process_time()
        sources, found = read(folder / "site_config.yml")
        catalog, faults = validate(sources)
        found += [*faults, *(lint(catalog, date(2026, 11, 22)) if catalog else [])]
        said = render_text(found, sources.lines)
        took = time.process_time() - begin
    finally:
        for name in names:
            shutil.copyfile(SMALL / name, folder / name)
    assert took < LONGEST
    assert {one.code.id for one in found} <= CODES.keys()
    assert all(one.message and one.span.line >= 1 for one in found)
    assert not TAG.search(said)
