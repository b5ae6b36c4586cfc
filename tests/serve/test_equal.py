"""What the preview shows is what a build makes: every file of the site, byte for byte, after any edits."""

import random
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from tests.edits import SMALL
from tests.files import lay, snapshot
from tests.mutations import with_changed_lines, with_changed_nodes

from firstwin import Audience, Engine
from firstwin.api import build
from firstwin.diagnostics import Report
from firstwin.serve import Attempt, Rebuild

pytestmark = pytest.mark.site

REPOSITORY = Path(__file__).resolve().parents[2]
THEME = {"theme/extra.css": "h1 { color: #123456 }\n", "templates/home.md.j2": "# Hello\n"}


def test_after_random_edits_the_preview_shows_what_a_build_makes(
    tmp_path: Path, *, full: bool
) -> None:
    project = _reference(tmp_path / "project") if full else _small(tmp_path / "project")
    rebuild = Rebuild(project / "site_config.yml", Audience.INTERNAL, Engine.MKDOCS)
    _compare(rebuild(), project)
    shown = 0
    for number, valid in enumerate(_edited(project, rebuild, 200 if full else 8), start=1):
        shown += valid
        if number % (20 if full else 8) == 0:
            _compare(rebuild(), project)
    assert shown > (20 if full else 1), "of so few valid edits nothing can be said"


def test_a_new_look_and_a_new_address_are_shown_as_they_are_built(tmp_path: Path) -> None:
    project = _small(tmp_path / "project")
    rebuild = Rebuild(project / "site_config.yml", Audience.CUSTOMER, Engine.MKDOCS)
    rebuild()
    lay(project, THEME)
    config = project / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "url: https://guides.example/start\n", "utf-8")

    _compare(rebuild(), project, Audience.CUSTOMER)


def _edited(project: Path, rebuild: Rebuild, times: int) -> Iterator[bool]:
    """Edit a project again and again, and build each time: whether it could be. If not, the edit is undone."""
    files = sorted(project.glob("*.yml")) + sorted(project.glob("playbooks/**/*.yml"))
    chance = random.Random(11)
    for number in range(times):
        file = chance.choice(files)
        before = file.read_text("utf-8")
        change = with_changed_nodes if number % 3 == 0 else with_changed_lines
        file.write_text(change(before, chance, 1), "utf-8")
        attempt = rebuild()
        valid = not any(one and one.problems for one in (attempt, *attempt.follows))
        if not valid:
            file.write_text(before, "utf-8")
            assert not rebuild().problems, "mended, and nothing is said any more"
        yield valid


def _compare(attempt: Attempt, project: Path, audience: Audience = Audience.INTERNAL) -> None:
    """Every file of the site, and all that is wrong with it, in both."""
    assert attempt.site is not None
    built = build(project / "site_config.yml", editions=[audience], strict=False)
    assert built.sites, built.report.diagnostics
    files = snapshot(built.sites[audience])
    for path, content in files.items():
        assert attempt.site.read(f"/{path}") == content, path
    *_, last = (one.report for one in (attempt, *attempt.follows) if one and one.report)
    assert _problems(last) == _problems(built.report)
    assert attempt.site.read("/nowhere/index.html") is None


def _problems(report: Report) -> set[tuple[str, str]]:
    return {(found.code.id, found.message) for found in report.diagnostics}


def _small(folder: Path) -> Path:
    return Path(copytree(SMALL, folder))


def _reference(folder: Path) -> Path:
    copytree(REPOSITORY / "playbooks", folder / "playbooks")
    lay(folder, {"site_config.yml": (REPOSITORY / "site_config.yml").read_text("utf-8")})
    return folder
