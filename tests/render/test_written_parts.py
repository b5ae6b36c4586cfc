"""An edition is the same, whoever makes its parts: one process or several, and with what was kept of them."""

import os
from pathlib import Path

import pytest
from tests.editions import two_plans, written_of
from tests.files import lay

from firstwin.caching.store import Store
from firstwin.editions import plan_editions, render_edition, render_editions
from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.pages import Page
from firstwin.render import Renderer

# The thread is that of the runner of tests, which no copy needs. A build asks for one only where there is no thread.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")

Edition = tuple[list[tuple[str, bytes]], list[str]]


@pytest.fixture(autouse=True)
def copied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes begin as they do where this one has no other thread."""
    monkeypatch.setattr("firstwin.system.shares.start_method", lambda: "fork")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return two_plans(tmp_path / "project")


def _made(project: Path, processes: int, store: Store | None = None) -> Edition:
    loaded = load(project / "site_config.yml")
    assert loaded.catalog
    audience = Audience.INTERNAL
    planned = plan_editions(loaded.project, loaded.catalog, [audience], store)
    (edition,), faults = render_editions(planned, processes)
    return list(written_of(edition).items()), [fault.message for fault in faults]


def test_the_number_of_processes_changes_nothing(project: Path, tmp_path: Path) -> None:
    one = _made(project, 1)

    assert one[0]
    assert _made(project, 2) == _made(project, 3) == one
    (tmp_path / "store").mkdir()
    for processes in (3, 2, 1):  # the first keeps plans for those that follow
        assert _made(project, processes, Store(tmp_path / "store")) == one


@pytest.mark.unmeasured  # others run through all of it
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_editions_that_are_made_together_are_what_each_is_alone(
    project: Path, processes: int
) -> None:
    loaded = load(project / "site_config.yml")
    assert loaded.catalog
    audiences = [Audience.INTERNAL, Audience.CUSTOMER, Audience.PARTNER]

    planned = plan_editions(loaded.project, loaded.catalog, audiences)
    together, faults = render_editions(planned, processes)

    assert not faults
    assert [edition.audience for edition in together] == audiences
    for edition in together:
        alone, _ = render_edition(loaded.project, loaded.catalog, edition.audience)
        assert list(written_of(edition).items()) == list(written_of(alone).items())


def test_parts_are_made_by_other_processes(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, by = Renderer.markdown_of, tmp_path / "by"

    def noted(self: Renderer, pages: list[Page]) -> object:
        with by.open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
        return made(self, pages)

    monkeypatch.setattr(Renderer, "markdown_of", noted)

    _made(project, 3)

    processes = by.read_text("utf-8").split()
    assert len(processes) == len({*processes}) == 3
    assert str(os.getpid()) not in processes


def test_a_fault_of_a_template_is_told_once_in_the_order_of_the_parts(project: Path) -> None:
    lay(
        project,
        {
            "templates/home.md.j2": "{{ view.nothing }}\n",
            "templates/phase.md.j2": "{{ view.less }}\n",
            "templates/glosses.md.j2": "{{ view.gone }}\n",
        },
    )
    one = _made(project, 1)

    assert len(one[1]) == len({*one[1]}) > 1
    assert _made(project, 2) == _made(project, 3) == one
