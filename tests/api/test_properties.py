"""What holds for every project, whatever is in it: what is valid builds, and the order of its files says nothing.

What pages show is what was typed: `tests/text/test_differential.py`.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.mutations import with_changed_lines, with_changed_nodes

from firstwin.api import build
from firstwin.diagnostics import Diagnostic, in_order
from firstwin.editions import render_edition
from firstwin.loading import Loaded, load
from firstwin.models.values import Audience
from firstwin.rules import lint
from firstwin.sources import Sources, read
from firstwin.validate import validate

TODAY = date(2026, 11, 22)
FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*.yml"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_what_is_valid_builds(project: Path, *, full: bool) -> None:
    valid = 0
    for _ in _changed(project, 1500 if full else 60):
        loaded = load(project / "site_config.yml", today=TODAY)
        if loaded.catalog is not None and loaded.report.ok(strict=False):
            valid += 1
            written = _pages(loaded)
            assert all(written.values())
            if valid % 30 == 1:
                built = build(project / "site_config.yml", editions=Audience, strict=False)
                assert built.sites.keys() == set(Audience)
    assert valid > (250 if full else 10), "of so few changed projects nothing can be said"


def test_the_order_of_the_files_changes_no_page(project: Path, *, full: bool) -> None:
    loaded = load(project / "site_config.yml", today=TODAY)
    expected = _pages(loaded)
    for seed in range(20 if full else 4):
        sources = _in_another_order(loaded.sources, seed)
        catalog, _ = validate(sources)
        assert _pages(replace(loaded, catalog=catalog, sources=sources)) == expected


def test_the_order_of_the_files_changes_nothing_that_is_told(project: Path, *, full: bool) -> None:
    for seed in _changed(project, 500 if full else 30):
        sources, found = read(project / "site_config.yml")
        assert _findings(_in_another_order(sources, seed), found) == _findings(sources, found)


def _changed(project: Path, times: int) -> Iterator[int]:
    """Change one of the files of the project after another; each is put back before the next."""
    for seed in range(times):
        chance = random.Random(seed)
        file = project / chance.choice(FILES)
        before = file.read_text("utf-8")
        change = chance.choice((with_changed_lines, with_changed_nodes))
        file.write_text(change(before, chance, 1), "utf-8")
        yield seed
        file.write_text(before, "utf-8")


def _pages(loaded: Loaded) -> Mapping[Audience, Mapping[str, bytes]]:
    """The pages of all editions, by their paths."""
    assert loaded.catalog is not None
    pages = {}
    for audience in Audience:
        rendered, faults = render_edition(loaded.project, loaded.catalog, audience)
        assert not faults
        pages[audience] = rendered.markdown
    return pages


def _in_another_order(sources: Sources, seed: int) -> Sources:
    documents = list(sources.documents.items())
    random.Random(seed).shuffle(documents)
    return replace(sources, documents=dict(documents))


def _findings(sources: Sources, found: list[Diagnostic]) -> list[Diagnostic]:
    catalog, faults = validate(sources)
    return list(in_order([*found, *faults, *(lint(catalog, TODAY) if catalog else ())]))
