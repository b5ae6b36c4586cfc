"""A new project is right from the start. That it builds without a word of complaint, `built/test_strict.py` says."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.files import lay, snapshot

import firstwin
from firstwin.scaffold import new_project
from firstwin.system import bundled

REVIEWS = re.compile(rb"^review(?:ed|_by): [0-9-]+\n", re.MULTILINE)
MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$")


@pytest.fixture(params=[False, True], ids=["small", "reference"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    new_project(tmp_path / "project", reference=request.param)
    return tmp_path / "project"


def test_it_checks_clean(project: Path) -> None:
    assert firstwin.check(project / "site_config.yml").diagnostics == ()


def test_every_yaml_file_names_the_schema_it_follows(project: Path) -> None:
    files = [project / "site_config.yml", *project.glob("playbooks/**/*.yml")]
    for path in files:
        found = MODELINE.match(path.read_text("utf-8").splitlines()[0])
        assert found, path
        assert (path.parent / found[1]).is_file(), path


def test_it_brings_what_an_editor_and_a_ci_need(project: Path) -> None:
    recommended = json.loads((project / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in recommended["recommendations"]
    assert json.loads((project / ".vscode/settings.json").read_text("utf-8"))
    workflow = yaml.safe_load((project / ".github/workflows/onboarding.yml").read_text("utf-8"))
    runs = [step.get("run") for step in workflow["jobs"]["site"]["steps"]]
    assert "firstwin check --format github" in runs
    ignored = (project / ".gitignore").read_text("utf-8")
    assert {"/build/", "/site/"} <= set(ignored.split())


def test_the_reference_is_what_the_reference_site_is_made_of(tmp_path: Path) -> None:
    new_project(tmp_path, reference=True)

    ours = snapshot(bundled.PLAYBOOKS)
    assert snapshot(tmp_path / "playbooks") == {
        name: REVIEWS.sub(b"", content) for name, content in ours.items()
    }
    assert snapshot(tmp_path / "files") == snapshot(bundled.FILES)
    assert snapshot(tmp_path / "pages") == snapshot(bundled.OWN_PAGES)
    assert (tmp_path / "site_config.yml").read_bytes() == bundled.SITE_CONFIG.read_bytes()


def test_nobody_has_reviewed_a_new_project_yet(tmp_path: Path) -> None:
    new_project(tmp_path, reference=True)

    in_a_hundred_years = firstwin.check(tmp_path / "site_config.yml", today=date(2126, 1, 1))
    assert in_a_hundred_years.diagnostics == ()


def test_the_small_project_has_every_kind_of_file_a_beginner_needs(tmp_path: Path) -> None:
    new_project(tmp_path)

    names = {path.name for path in tmp_path.glob("playbooks/*.yml")}
    assert names == {"tiers.yml", "roles.yml", "contacts.yml", "metrics.yml", "conditions.yml"}
    assert len(list(tmp_path.glob("playbooks/standard/*.yml"))) == 3
    assert len(list(tmp_path.glob("playbooks/library/*.yml"))) == 1


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    files = new_project(tmp_path / "empty")
    assert tmp_path / "empty" / "site_config.yml" in files


@pytest.mark.parametrize("there", ["project/mine.txt", "project/.github/x", "project"])
def test_what_is_there_already_is_left_alone(tmp_path: Path, there: str) -> None:
    lay(tmp_path, {there: "mine"})
    before = snapshot(tmp_path)

    with pytest.raises(firstwin.WrongUseError):
        new_project(tmp_path / "project")
    assert snapshot(tmp_path) == before
