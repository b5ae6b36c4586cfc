"""What is done with a list or a mapping takes a time that grows no faster than its entries, right and wrong ones."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.growth.growth import Growth, growth
from tests.growth.samples import Collection, collections, path_of

from firstwin.diagnostics.report import render_text
from firstwin.rules import lint
from firstwin.schema.files import FILES
from firstwin.sources import read
from firstwin.sources.limits import MOST_ENTRIES
from firstwin.validate import validate

pytestmark = pytest.mark.xdist_group("outlines")

LARGEST = MOST_ENTRIES // 5
NEGLIGIBLE = 0.2
"""Seconds for so many entries in which nothing is done for each pair of them."""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project; a test puts back what it changes."""
    folder = tmp_path_factory.mktemp("lists")
    copytree(SMALL, folder, dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize("kind", FILES)
def test_a_list_is_looked_at_in_linear_time(small: Path, kind: str) -> None:
    file = small / path_of(kind)
    before = file.read_bytes() if file.exists() else None
    try:
        for collection in collections(kind):
            for name in ("as it is", "one id for all") if _has_ids(collection) else ("as it is",):
                found = growth(_looked_at(small, file, collection, WAYS[name]), LARGEST, _is_fine)
                assert _is_fine(found), f"{collection} {name}: {found}, {found.exponent:.2f}"
    finally:
        if before is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(before)


def _has_ids(collection: Collection) -> bool:
    """Whether its entries have ids: with more of them there are more. Else it is the same list with one id for all."""
    return _ids(collection, 8) > _ids(collection, 4)


def _ids(collection: Collection, size: int) -> int:
    """How many ids are in a file that were made for it."""
    numbers = count()
    written = collection.file(size, lambda: f"no-such-thing-{next(numbers)}")
    return sum(map(written.count, ("made-", "no-such-thing-")))


def _is_fine(grown: Growth) -> bool:
    return grown.is_linear(NEGLIGIBLE)


def _looked_at(
    small: Path, file: Path, collection: Collection, wrong: Callable[[str], str]
) -> Callable[[int], Callable[[], object]]:
    def prepare(size: int) -> Callable[[], object]:
        numbers = count()
        written = collection.file(size, lambda: f"no-such-thing-{next(numbers)}")
        file.parent.mkdir(exist_ok=True)
        file.write_text(wrong(written), encoding="utf-8")
        return lambda: _check(small, collection.path)

    return prepare


def _check(project: Path, path: str) -> None:
    sources, found = read(project / "site_config.yml")
    read_as = {*sources.documents, *sources.customers.documents, sources.config.path}
    read_as |= {document.path for document in sources.own_pages.values()}
    assert path in read_as, "the file is none of YAML"
    catalog, faults = validate(sources)
    found += [*faults, *(lint(catalog, date(2026, 11, 22)) if catalog else [])]
    render_text(found, sources.lines)


WAYS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "one id for all": lambda text: text.replace("made-", "made").replace("no-such-thing-", "csm #"),
}
