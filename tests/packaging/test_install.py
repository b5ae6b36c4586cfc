"""`make` installs what the locks say and nothing else, whatever an index offers, with the oldest pip there is.

The Makefile is the real one. The index is a folder of wheels that hold nothing but the name, the version and
the requirements of the real packages (where these are installed here), each in every locked version and in a
newer one.
"""

import hashlib
import json
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.files import lay
from tests.packaging import clean, index
from tests.packaging.locks import LOCKS, REQUIREMENTS, locked, pins, version_of

NEWER = "9999.0"
DEVELOPMENT = ("build.txt", "cluster.txt", "dev.txt", "runtime.txt", "zensical.txt")
APART = ("inventory.txt", "lowest.txt")
# Stands in for hatchling, which is a wheel that holds nothing here.
BACKEND = """
import tomllib
from pathlib import Path
import index

def build_editable(folder, settings=None, metadata=None):
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    wheel = index.write_wheel(
        Path(folder), project["name"], "1", requires=project["dependencies"]
    )
    return wheel.name
"""
# A Python of which the first release is installed: it makes environments with the pip of that time.
PYTHON = """\
#!/bin/sh
[ "$1 $2" = "-m venv" ] || exec '{python}' "$@"
'{python}' -m venv --without-pip --clear "$4"
exec "$4/bin/python" '{pip}/pip' install --quiet '{pip}'
"""

pytestmark = pytest.mark.xdist_group("install")


@pytest.fixture(scope="module")
def oldest_pip() -> Path:
    return clean.WHEELS / f"pip-{locked('oldest-pip.txt')['pip']}-py3-none-any.whl"


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory, oldest_pip: Path) -> Path:
    """The index: all that is locked for this Python here, and something newer of everything."""
    folder = tmp_path_factory.mktemp("index")
    for name, version in locked(*DEVELOPMENT).items():
        metadata = distribution(name).metadata
        requires = metadata.get_all("Requires-Dist") or ()
        extras = metadata.get_all("Provides-Extra") or ()
        for each in (version, NEWER):
            index.write_wheel(folder, name, each, requires=requires, extras=extras)
    for lock in APART:
        for name, version in locked(lock).items():
            for each in (version, NEWER):
                if not (folder / index.wheel_name(name, each)).exists():
                    index.write_wheel(folder, name, each)
    # Pip itself has to work.
    shutil.copy(oldest_pip, folder)
    shutil.copy(clean.WHEELS / f"pip-{locked('pip.txt')['pip']}-py3-none-any.whl", folder)
    return folder


@pytest.fixture(scope="module")
def begun(
    repository: Path, offered: Path, oldest_pip: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """What `make` reads of a checkout, with the hashes of the wheels in the index, and its first step."""
    folder = tmp_path_factory.mktemp("begun")
    pyproject = (repository / "pyproject.toml").read_text("utf-8")
    start, end = pyproject.index("[build-system]"), pyproject.index("[project]")
    backend = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    lay(
        folder,
        {
            "Makefile": (repository / "Makefile").read_bytes(),
            "pyproject.toml": pyproject[:start] + backend + pyproject[end:],
            "backend.py": BACKEND,
            "index.py": Path(index.__file__).read_bytes(),
            "python": PYTHON.format(python=sys.executable, pip=oldest_pip),
            **{f"requirements/{name}": rehashed(name, offered) for name in LOCKS},
        },
    )
    (folder / "python").chmod(0o755)
    make(".venv/bin/python", folder, offered)
    assert installed(folder) == {"pip": locked("oldest-pip.txt")["pip"]}
    make(".venv/pip.stamp", folder, offered)
    assert installed(folder) == locked("pip.txt")
    return folder


@pytest.fixture(scope="module")
def developed(begun: Path, offered: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with all that one needs to work on it."""
    folder = tmp_path_factory.mktemp("developed") / "checkout"
    shutil.copytree(begun, folder, symlinks=True)
    make(".venv/runtime.stamp", folder, offered)
    assert installed(folder) == locked("pip.txt", "build.txt", "runtime.txt")
    make(".venv/dev.stamp", folder, offered)
    return folder


@pytest.fixture
def checkout(begun: Path, tmp_path: Path) -> Path:
    return shutil.copytree(begun, tmp_path / "checkout", symlinks=True)


def rehashed(name: str, offered: Path) -> str:
    def line(pin: Requirement) -> str:
        wheel = offered / index.wheel_name(pin.name, version_of(pin))
        here = wheel.read_bytes() if wheel.is_file() else b""  # needed on other systems only
        return f"{pin} \\\n    --hash=sha256:{hashlib.sha256(here).hexdigest()}\n"

    return "".join(line(pin) for pin in pins(name))


def make(target: str, checkout: Path, offered: Path, *variables: str, fails: bool = False) -> str:
    seen = clean.environment(checkout, offered)
    command = ["make", target, "PYTHON=./python", *variables]
    return clean.run(command, checkout, seen, fails=fails)


def installed(checkout: Path, environment: str = ".venv") -> dict[str, str]:
    said = clean.run(
        [
            *(checkout / ".venv/bin/python", "-m", "pip", "--python", environment),
            *("list", "--format", "json"),
        ],
        checkout,
        clean.environment(checkout),
    )
    listed = json.loads(said)
    found = {canonicalize_name(each["name"]): each["version"] for each in listed}
    return {name: version for name, version in found.items() if name != "firstwin"}


def test_exactly_what_is_locked_is_installed(developed: Path) -> None:
    assert installed(developed) == locked("dev.txt")


def test_so_it_is_in_the_environments_apart(checkout: Path, offered: Path) -> None:
    # What they begin with is tested above.
    for stamp in ("runtime", "dev"):
        (checkout / f".venv/{stamp}.stamp").touch()

    make(".venv/inventory.stamp", checkout, offered)

    assert installed(checkout, ".venv/inventory") == locked("inventory.txt")


def test_the_lowest_releases_replace_those_of_the_lock(
    checkout: Path, developed: Path, offered: Path
) -> None:
    # How an environment elsewhere comes is tested below.
    lay(checkout, {"package-lock.json": "{}", ".npmrc": ""})
    shutil.copytree(developed / ".venv", checkout / ".venv/lowest", symlinks=True)
    for stamp in ("pip", "runtime", "dev"):
        (checkout / f".venv/{stamp}.stamp").touch()
        (checkout / f".venv/lowest/{stamp}.stamp").touch()
    lay(checkout, {"node_modules/.package-lock.json": "{}"})

    # The tests themselves are not there: it ends where they would begin.
    make("test-lowest", checkout, offered, fails=True)

    lowest = locked("dev.txt") | locked("lowest.txt")
    assert installed(checkout, ".venv/lowest") == lowest


def test_an_environment_elsewhere_is_made_by_the_same_commands(
    checkout: Path, offered: Path
) -> None:
    def commands(folder: str) -> str:
        said = make(f"{folder}/dev.stamp", checkout, offered, f"VENV={folder}", "--dry-run", "-B")
        return said.replace(folder, "VENV")

    assert commands(".venv/lowest") == commands(".venv")


def test_a_pip_that_resolves_goes_past_the_lock(checkout: Path, offered: Path) -> None:
    """What the tests above would see if the Makefile let pip resolve."""
    makefile = checkout / "Makefile"
    resolving = makefile.read_text("utf-8").replace(
        "--no-deps --require-hashes", "--require-hashes"
    )
    makefile.write_text(resolving, "utf-8")
    shutil.copy(checkout / "requirements/oldest-pip.txt", checkout / "requirements/pip.txt")
    make(".venv/pip.stamp", checkout, offered)
    (checkout / ".venv/runtime.stamp").touch()

    said = make(".venv/dev.stamp", checkout, offered, fails=True)

    assert "must have their versions pinned with ==" in said
    assert "coverage[toml]" in said


@pytest.mark.parametrize(
    ("lock", "missing", "target"),
    [
        ("build.txt", "trove-classifiers", ".venv/runtime.stamp"),
        ("runtime.txt", "watchdog", ".venv/runtime.stamp"),
        ("dev.txt", "iniconfig", ".venv/dev.stamp"),
    ],
)
def test_a_lock_that_is_not_complete_is_told(
    checkout: Path, offered: Path, lock: str, missing: str, target: str
) -> None:
    path = checkout / "requirements" / lock
    lines = path.read_text("utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{missing}=="))
    path.write_text("".join(lines[:at] + lines[at + 2 :]), "utf-8")

    said = make(target, checkout, offered, fails=True)

    assert f"requires {missing}, which is not installed" in said


def test_a_wheel_that_is_not_the_locked_one_is_refused(checkout: Path, offered: Path) -> None:
    lock = checkout / "requirements/runtime.txt"
    lock.write_text(REQUIREMENTS.joinpath("runtime.txt").read_text("utf-8"), "utf-8")

    assert "DO NOT MATCH THE HASHES" in make(".venv/runtime.stamp", checkout, offered, fails=True)
