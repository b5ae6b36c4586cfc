"""From a wheel alone to a site in CI: nothing else is asked for, and nobody is asked for firstwin.

A person installs the wheel and begins a project; CI clones it and runs the steps of its workflow on a machine
that has no home, no settings, no network, and an index of everything but firstwin.
"""

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from tests.docs.blocks import blocks
from tests.files import lay
from tests.packaging import clean
from tests.packaging.machine import Machine
from tests.packaging.repository import SOURCES, commit, git

# One worker builds and installs; the others need not do it again.
pytestmark = pytest.mark.xdist_group("wheel")


@pytest.fixture(scope="module")
def project(installed: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was begun with an installed wheel, as git hands it to CI."""
    folder = tmp_path_factory.mktemp("person")
    said = installed.firstwin("new", "onboarding", cwd=folder)
    assert "Before CI can run" not in said
    commit(folder / "onboarding")
    cloned = tmp_path_factory.mktemp("ci") / "onboarding"
    git(folder, "clone", "--quiet", "onboarding", str(cloned))
    return cloned


@pytest.fixture(scope="module")
def ci(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    return Machine(tmp_path_factory.mktemp("runner") / "venv")


def steps(workflow: str, job: str) -> list[str]:
    """The lines that a workflow runs. What it `uses` is GitHub's: a clone, a Python, a place for the site."""
    return [step["run"] for step in yaml.safe_load(workflow)["jobs"][job]["steps"] if "run" in step]


def test_the_index_has_no_firstwin() -> None:
    names = {path.name.split("-")[0] for path in clean.WHEELS.iterdir()}

    assert "pydantic" in names
    assert "firstwin" not in names


def test_what_is_locked_is_the_wheel_and_all_it_needs(project: Path, wheel: Path) -> None:
    text = (project / "requirements.txt").read_text("utf-8")

    assert (project / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    assert f"./wheels/{wheel.name} " in text
    assert "mkdocs-material==" in text
    for line in text.replace("\\\n", "").splitlines():
        assert line.startswith("#") or "--hash=sha256:" in line


def test_the_workflow_of_a_new_project_builds_its_site(ci: Machine, project: Path) -> None:
    workflow = (project / ".github/workflows/onboarding.yml").read_text("utf-8")

    for line in steps(workflow, "site"):
        ci.shell(line, project)

    assert (project / "site/customer/index.html").is_file()


def test_the_workflow_of_the_operating_guide_builds_it_too(ci: Machine, project: Path) -> None:
    guide = [block.text for block in blocks(SOURCES / "docs/operating.md")]
    (workflow,) = [text for text in guide if text.startswith("name: Publish")]

    for line in steps(workflow, "publish"):
        ci.shell(line, project)

    assert (project / "site/customer/index.html").is_file()


@pytest.mark.parametrize("line", ["firstwin @ {address}", "firstwin=={version}"])
def test_the_wheel_may_lie_elsewhere(ci: Machine, wheel: Path, tmp_path: Path, line: str) -> None:
    """The other lines that the operating guide offers, each with the hash."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    version = wheel.name.split("-")[1]
    told = line.format(address=wheel.as_uri(), version=version)
    lay(tmp_path, {"one.txt": f"{told} --hash=sha256:{digest}\n"})

    ci.pip_install(
        *("--no-deps", "--require-hashes", "--force-reinstall", "--requirement"),
        tmp_path / "one.txt",
        index=wheel.parent,
    )

    assert ci.firstwin("--version", cwd=tmp_path) == f"firstwin {version}\n"


def test_a_wheel_that_was_changed_is_not_installed(ci: Machine, project: Path) -> None:
    (kept,) = (project / "wheels").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole + b" ")
    try:
        with pytest.raises(AssertionError, match="DO NOT MATCH THE HASHES"):
            ci.shell("pip install --no-deps --force-reinstall -r requirements.txt", project)
    finally:
        kept.write_bytes(whole)


def test_a_new_wheel_is_locked_by_the_one_command(
    installed: Machine, project: Path, wheel: Path
) -> None:
    before = (project / "requirements.txt").read_bytes()
    (project / "requirements.txt").unlink()

    said = installed.firstwin("lock", cwd=project)

    assert said == f"Wrote requirements.txt\nWrote wheels/{wheel.name}\n"
    assert (project / "requirements.txt").read_bytes() == before


def test_the_guides_are_shown_from_the_wheel(installed: Machine, tmp_path: Path) -> None:
    listed = installed.firstwin("docs", cwd=tmp_path).splitlines()

    assert listed
    for line in listed:
        name, path = line.split()[0], Path(line.split()[-1])
        shown = installed.firstwin("docs", name, cwd=tmp_path)
        assert shown == path.read_text("utf-8") == (SOURCES / f"docs/{name}.md").read_text("utf-8")
        assert re.match(r"# \S", shown)
