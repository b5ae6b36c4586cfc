"""The same project gives the same bytes: on every machine, in every place and language, on every day."""

from pathlib import Path

import pytest
from tests.built.building import PROJECTS, Sites, run
from tests.files import snapshot

# As unlike what the shared sites were built under as a machine can be.
ELSEWHERE = {
    "LC_ALL": "C",
    "LANGUAGE": "de",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4711",
    "PYTHONUTF8": "0",
    "SOURCE_DATE_EPOCH": "1000000000",
    "TZ": "Pacific/Kiritimati",
}


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_the_same_project_gives_the_same_bytes(sites: Sites, tmp_path: Path, engine: str) -> None:
    here = sites.site("reference", "customer", engine)
    there = tmp_path / "another place" / "projekt ü"
    PROJECTS["reference"](there)
    done = run(there, "build", "--engine", engine, **ELSEWHERE)
    assert done.returncode == 0, done.stdout
    assert snapshot(there / "site/customer") == snapshot(here.folder)
    assert _without_cache(there / "build/customer") == _without_cache(here.tree)


def _without_cache(tree: Path) -> dict[str, bytes]:
    return {path: data for path, data in snapshot(tree).items() if not path.startswith(".cache/")}
