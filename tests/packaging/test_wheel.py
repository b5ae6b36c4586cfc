"""The wheel works in a clean virtual environment, in an empty folder away from this repository."""

import re
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from tests.files import lay
from tests.packaging import clean
from tests.packaging.locks import REQUIREMENTS
from tests.packaging.repository import commit, copy_sources

BUNDLED = ("playbooks/", "schemas/", "theme/", "site_config.yml")

# One worker builds and installs; the others need not do it again.
pytestmark = pytest.mark.xdist_group("wheel")


def build(kind: str, project: Path, into: Path) -> Path:
    build = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation"]
    subprocess.run([*build, "--outdir", into, project], check=True)
    (artifact,) = into.iterdir()
    return artifact


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", repository, tmp_path_factory.mktemp("wheel"))


class Installed:
    """A virtual environment that holds the wheel and its locked requirements, nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        venv.create(folder, with_pip=True, symlinks=True)

    def pip_install(self, *arguments: str | Path, index: Path = clean.WHEELS) -> None:
        pip = self._folder / "bin/pip"
        seen = clean.environment(self._folder, index)
        clean.run([pip, "install", "--quiet", *arguments], self._folder, seen)

    def firstwin(self, *arguments: str, cwd: Path) -> str:
        seen = clean.environment(self._folder)
        return clean.run([self._folder / "bin/firstwin", *arguments], cwd, seen)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    fresh = Installed(tmp_path_factory.mktemp("clean") / "venv")
    fresh.pip_install(
        "--no-deps", "--require-hashes", "--requirement", REQUIREMENTS / "runtime.txt"
    )
    fresh.pip_install("--no-deps", wheel)
    return fresh


def test_a_new_project_checks_clean_and_becomes_a_site(
    installed: Installed, tmp_path: Path
) -> None:
    installed.firstwin("new", "demo", cwd=tmp_path)
    demo = tmp_path / "demo"

    installed.firstwin("check", cwd=demo)
    installed.firstwin("build", cwd=demo)

    assert (demo / "site/customer/index.html").is_file()


def test_the_reference_playbooks_come_with_the_wheel(installed: Installed, tmp_path: Path) -> None:
    installed.firstwin("new", "--reference", "demo", cwd=tmp_path)
    demo = tmp_path / "demo"

    installed.firstwin("check", cwd=demo)
    installed.firstwin("build", "--edition", "all", cwd=demo)

    built = {folder.name for folder in (demo / "site").iterdir()}
    assert built == {"customer", "partner", "internal"}


def test_it_says_its_version(installed: Installed, wheel: Path, tmp_path: Path) -> None:
    version = wheel.name.split("-")[1]

    assert re.fullmatch(r"\d+\.\d+\.\d+(\.(dev|post)\d+)?(\+[a-z0-9.]+)?", version)
    assert installed.firstwin("--version", cwd=tmp_path) == f"firstwin {version}\n"


def test_a_newer_wheel_installs_over_an_older_one(tmp_path: Path) -> None:
    sources = copy_sources(
        tmp_path / "sources",
        *("CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", "site_config.yml"),
        *("generator", "playbooks", "schemas", "theme", "tools"),
    )
    wheels = []
    for text in ("older", "newer"):
        lay(sources, {"playbooks/text.md": text})
        commit(sources)
        wheels.append(build("wheel", sources, tmp_path / text))
    older, newer = wheels
    both = lay(tmp_path / "index", {each.name: each.read_bytes() for each in wheels})

    machine = Installed(tmp_path / "machine")

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
