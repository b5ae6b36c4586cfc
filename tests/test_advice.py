"""The rules may be asked while pages are made: what is told, and what is built, is the same."""

from pathlib import Path
from shutil import copytree

import pytest

from firstwin import Built, build
from firstwin.system import meanwhile
from tests.edits import SMALL
from tests.files import lay, snapshot

# The thread is that of the runner of tests, which no copy needs. A build asks for one only where there is no thread.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

UNUSED = {"playbooks/library/spare.yml": "schema: 1\ntitle: Tidy up\ndone_when: It is tidy.\n"}
BROKEN = {"playbooks/library/broken.yml": "schema: 1\ntitel: Tidy up\ndone_when: It is tidy.\n"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(meanwhile, "start_method", lambda: "fork")
    return Path(copytree(SMALL, tmp_path / "project"))


def _built(project: Path, processes: int, *, strict: bool) -> tuple[Built, list[str]]:
    lines: list[str] = []
    config = project / "site_config.yml"
    built = build(config, processes=processes, strict=strict, progress=lines.append)
    return built, lines


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize("files", [{}, UNUSED, BROKEN, UNUSED | BROKEN])
def test_the_number_of_processes_changes_nothing_that_is_told(
    project: Path, files: dict[str, str], strict: bool
) -> None:
    lay(project, files)

    (one, of_one), (two, of_two) = (_built(project, each, strict=strict) for each in (1, 2))

    assert one == two
    assert [line for line in of_one if "changed" not in line] == [
        line for line in of_two if "changed" not in line
    ]
    assert bool(of_one) == bool(one.sites) == (not files or (files == UNUSED and not strict))


@pytest.mark.parametrize("processes", [1, 2])
def test_advice_that_stops_a_build_leaves_everything_as_it_is(
    project: Path, processes: int
) -> None:
    lay(project, UNUSED)
    before = snapshot(project)

    built, lines = _built(project, processes, strict=True)

    assert [found.code.id for found in built.report.diagnostics] == ["FW701"]
    assert not lines
    assert snapshot(project) == before
