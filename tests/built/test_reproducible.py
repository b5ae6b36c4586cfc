"""The same project gives the same bytes: on every machine, in every place and language, on every day."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.built.building import EDITIONS, PROJECTS, Sites
from tests.files import snapshot


@dataclass(frozen=True)
class Elsewhere:
    """A machine, and what is built there."""

    project: str
    engine: str
    editions: Sequence[str]
    environment: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.project}-{self.engine}"


# As unlike what the shared sites were built under, and each other, as machines can be.
MACHINES = [
    Elsewhere(
        "reference",
        "mkdocs",
        ["customer"],
        {
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONHASHSEED": "4711",
            "PYTHONUTF8": "0",
            "SOURCE_DATE_EPOCH": "1000000000",
            "TZ": "Pacific/Kiritimati",
        },
    ),
    Elsewhere(
        "new",
        "mkdocs",
        EDITIONS,
        {
            "LC_ALL": "",
            "LANGUAGE": "de",
            "PYTHONHASHSEED": "1",
            "SOURCE_DATE_EPOCH": "2000000000",
            "TZ": "America/Adak",
        },
    ),
    Elsewhere(
        "new",
        "zensical",
        EDITIONS,
        {
            "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "2",
            "SOURCE_DATE_EPOCH": "951782400",
            "TZ": "UTC",
        },
    ),
]


@pytest.mark.parametrize("machine", MACHINES, ids=str)
def test_the_same_project_gives_the_same_bytes(
    sites: Sites, tmp_path: Path, machine: Elsewhere
) -> None:
    there = tmp_path / "another place" / "projekt ü"
    PROJECTS[machine.project](there)
    chosen = [word for edition in machine.editions for word in ("--edition", edition)]
    done = subprocess.run(
        [sys.executable, "-m", "firstwin", "build", "--engine", machine.engine, *chosen],
        cwd=there,
        env={**os.environ, **machine.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    for edition in machine.editions:
        here = sites.site(machine.project, edition, machine.engine)
        assert snapshot(there / "site" / edition) == snapshot(here.folder)
        assert _without_cache(there / "build" / edition) == _without_cache(here.tree)


def _without_cache(tree: Path) -> dict[str, bytes]:
    return {path: data for path, data in snapshot(tree).items() if not path.startswith(".cache/")}
