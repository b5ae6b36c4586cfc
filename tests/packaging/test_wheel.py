"""The wheel works in a clean virtual environment, in an empty folder away from this repository."""

import posixpath
import re
import tarfile
import zipfile
from pathlib import Path

import pytest
from tests.files import lay, snapshot
from tests.packaging.machine import Machine, build
from tests.packaging.repository import commit, copy_sources

from firstwin.cli.docs_command import PAGES

BUNDLED = (
    *("docs/", "files/", "pages/", "playbooks/", "requirements/", "schemas/", "theme/"),
    *("CHANGELOG.md", "LICENSE", "README.md", "site_config.yml"),
)

# One worker builds and installs; the others need not do it again.
pytestmark = pytest.mark.xdist_group("wheel")


def test_a_new_project_checks_clean_and_becomes_a_site(installed: Machine, tmp_path: Path) -> None:
    installed.firstwin("new", "demo", cwd=tmp_path)
    demo = tmp_path / "demo"

    installed.firstwin("check", cwd=demo)
    installed.firstwin("build", "--edition", "all", cwd=demo)

    built = {folder.name for folder in (demo / "site").iterdir()}
    assert built == {"customer", "partner", "internal"}


def test_the_reference_playbooks_come_with_the_wheel(installed: Machine, tmp_path: Path) -> None:
    installed.firstwin("new", "--reference", "demo", cwd=tmp_path)

    assert installed.firstwin("check", cwd=tmp_path / "demo") == "no problems\n"


def test_the_wheel_holds_every_file_as_it_is_here(wheel: Path, repository: Path) -> None:
    """So what is built of a project there is what is built of it here, whatever its pages show."""
    folders = {
        "firstwin": "generator/firstwin",
        **{f"firstwin/_bundled/{name}": name for name in ("playbooks", "schemas", "theme")},
    }
    here = {
        f"{place}/{path}": content
        for place, folder in folders.items()
        for path, content in snapshot(repository / folder).items()
        if "__pycache__" not in path
    }
    with zipfile.ZipFile(wheel) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name in here}

    assert found == here


def test_it_says_its_version(installed: Machine, wheel: Path, tmp_path: Path) -> None:
    version = wheel.name.split("-")[1]

    assert re.fullmatch(r"\d+\.\d+\.\d+(\.(dev|post)\d+)?(\+[a-z0-9.]+)?", version)
    assert installed.firstwin("--version", cwd=tmp_path) == f"firstwin {version}\n"


def test_a_newer_wheel_installs_over_an_older_one(tmp_path: Path) -> None:
    sources = copy_sources(
        tmp_path / "sources",
        *(
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "SECURITY.md",
            "LICENSE",
            "README.md",
            "pyproject.toml",
        ),
        *("docs", "files", "generator", "pages", "playbooks", "requirements", "schemas"),
        *("site_config.yml", "theme", "tools"),
    )
    wheels = []
    for text in ("older", "newer"):
        lay(sources, {"playbooks/text.md": text})
        commit(sources)
        wheels.append(build("wheel", sources, tmp_path / text))
    older, newer = wheels
    both = lay(tmp_path / "index", {each.name: each.read_bytes() for each in wheels})

    machine = Machine(tmp_path / "machine")

    def installs(*arguments: str | Path) -> str:
        machine.pip_install("--no-deps", *arguments, index=both)
        (found,) = (tmp_path / "machine").rglob("_bundled/playbooks/text.md")
        return found.read_text("utf-8")

    assert installs(older) == "older"
    assert installs(newer) == "newer"
    assert installs(older) == "older"
    assert installs("--upgrade", "firstwin") == "newer"


def test_the_wheel_brings_what_lies_beside_the_package(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()

    for wanted in ("py.typed", "templates/", *(f"_bundled/{n}" for n in BUNDLED)):
        assert any(name.startswith(f"firstwin/{wanted}") for name in names), wanted
    assert not [n for n in names if "__pycache__" in n or n.startswith(("tests/", "tools/"))]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_the_guides_come_with_the_wheel_and_lead_to_each_other(wheel: Path, page: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        guide = archive.read(f"firstwin/_bundled/docs/{page}.md").decode("utf-8")

    for target in re.findall(r"\]\(([^)#\s:]+)(?:#[^)\s]*)?\)", guide):
        path = posixpath.normpath(f"firstwin/_bundled/docs/{target}")
        assert path in names, target


def test_the_wheel_names_no_home(wheel: Path) -> None:
    """No address is ours, and one that is nobody's could be taken by somebody."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        fields = archive.read(name).decode("utf-8").split("\n\n")[0]

    assert "Name: firstwin\n" in fields
    assert not re.search(r"^(Project-URL|Home-page|Download-URL):", fields, re.MULTILINE)
    assert "://" not in fields


def test_the_source_distribution_builds_the_same_wheel(
    wheel: Path, repository: Path, tmp_path: Path
) -> None:
    sdist = build("sdist", repository, tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (project,) = (tmp_path / "unpacked").iterdir()

    again = build("wheel", project, tmp_path / "wheel")

    assert again.name == wheel.name
    assert contents(again) == contents(wheel)


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
