"""An editable install works wherever the checkout lies and whatever the locale is."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files import lay
from tests.packaging import clean
from tests.packaging.furnished import furnish
from tests.packaging.repository import copy_sources

SOURCES = ("generator", "playbooks", "requirements", "schemas", "site_config.yml", "theme", "tools")

pytestmark = pytest.mark.xdist_group("install")

Firstwin = Callable[..., str]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout") / "Grüße"
    return copy_sources(folder, "Makefile", "pyproject.toml", "README.md", "LICENSE", *SOURCES)


@pytest.fixture(scope="module")
def firstwin(checkout: Path) -> Firstwin:
    """Calls the `firstwin` that make installs there, in a locale that knows ASCII only.

    What it needs is there already: `test_install` looks at how that comes.
    """
    furnish(checkout / ".venv", "pip.txt", "build.txt", "runtime.txt")
    (checkout / ".venv/pip.stamp").touch()
    ascii_only = clean.environment(checkout, LC_ALL="C")
    clean.run(["make", ".venv/runtime.stamp", f"PYTHON={sys.executable}"], checkout, ascii_only)

    def call(*arguments: str, cwd: Path = checkout) -> str:
        return clean.run([checkout / ".venv/bin/firstwin", *arguments], cwd, ascii_only)

    return call


def test_a_path_with_umlauts_needs_no_locale(firstwin: Firstwin, checkout: Path) -> None:
    assert re.fullmatch(r"firstwin \d+\.\d+\.\d+\.dev0\+s[0-9a-f]{8}\n", firstwin("--version"))

    firstwin("new", "Übung")
    assert firstwin("check", cwd=checkout / "Übung") == "no problems\n"
    firstwin("build", cwd=checkout / "Übung")
    assert (checkout / "Übung/site/customer/index.html").is_file()


def test_an_edit_shows_at_once(firstwin: Firstwin, checkout: Path) -> None:
    package = checkout / "generator/firstwin/__init__.py"
    lay(checkout, {"generator/firstwin/said.py": "print('as edited')\n"})
    package.write_text(package.read_text("utf-8") + "\nimport firstwin.said\n", "utf-8")

    assert firstwin("--version").startswith("as edited\n")
