"""The wheel works in a clean virtual environment, in an empty folder away from this repository."""

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

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

    def pip_install(self, *arguments: str | Path) -> None:
        self._run("python", ["-m", "pip", "install", "--quiet", *arguments], cwd=self._folder)

    def firstwin(self, *arguments: str, cwd: Path) -> str:
        return self._run("firstwin", arguments, cwd)

    def _run(self, program: str, arguments: list[str | Path] | tuple[str, ...], cwd: Path) -> str:
        # Nothing of the environment the tests run in may help: neither its modules nor its programs.
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL"))
        }
        environment["PATH"] = os.pathsep.join([str(self._folder / "bin"), os.defpath])
        done = subprocess.run(
            [self._folder / "bin" / program, *arguments],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,  # what it printed says more than its exit status
        )
        assert done.returncode == 0, done.stdout
        return done.stdout


@pytest.fixture(scope="module")
def installed(wheel: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    clean = Installed(tmp_path_factory.mktemp("clean") / "venv")
    clean.pip_install("--require-hashes", "--requirement", repository / "requirements/runtime.txt")
    clean.pip_install("--no-deps", wheel)
    return clean


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


def test_it_says_its_version(installed: Installed, repository: Path, tmp_path: Path) -> None:
    pyproject = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))

    assert pyproject["project"]["version"] in installed.firstwin("--version", cwd=tmp_path)


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
