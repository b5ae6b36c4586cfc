"""Pages that several processes make are those that one makes, and whatever happens to a process, all of them are made."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files import lay, snapshot
from tests.trees import MARKDOWN, emit_tree

from firstwin.caching.store import Store
from firstwin.output.sync import make_folder
from firstwin.site import Places
from firstwin.site.engine_warnings import TemplateFailedError
from firstwin.site.means import Means
from firstwin.site.page_by_page import PORTIONS
from firstwin.site.workshop import Made, Workshop, workshop_of
from firstwin.system.shares import Method, made_by

PAGES = MARKDOWN | {f"p{number:03}/index.md": f"# Page {number}\n" for number in range(40)}
FAILING = '{% extends "base.html" %}{% block footer %}{% if "FAIL" in page.content %}{{ gone.at.all }}{% endif %}{% endblock %}'

Open = Callable[..., Workshop]

# The thread is that of the runner of tests, which no copy needs. A build asks for one only where there is no thread.
pytestmark = pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """A workshop for a tree of some pages, into a folder of a name."""

    def open_one(
        into: str,
        pages: dict[str, str] | None = None,
        main: str = "",
        store: Store | None = None,
    ) -> Workshop:
        lay(tmp_path / "theme", {"main.html": main} if main else {})
        tree = emit_tree(tmp_path, {}, PAGES | (pages or {}))
        make_folder(tmp_path / into)
        places = Places(tmp_path, tmp_path / "theme", tree.folder)
        workshop = workshop_of(places, tmp_path / into, Means(store))
        assert workshop
        return workshop

    return open_one


def _made(workshop: Workshop, processes: int, method: Method = "fork") -> dict[str, Made]:
    return made_by(
        workshop, list(workshop.outline.pages), processes, method=method, size=PORTIONS.size
    )


def test_the_number_of_processes_changes_nothing(opened: Open, tmp_path: Path) -> None:
    one, two, three = (_made(opened(str(number)), number) for number in (1, 2, 3))

    assert one == two == three
    assert len(one) == len(PAGES)
    assert snapshot(tmp_path / "1") == snapshot(tmp_path / "2") == snapshot(tmp_path / "3")


def test_nor_does_how_they_begin(opened: Open, tmp_path: Path) -> None:
    assert _made(opened("spawned"), 2, "spawn") == _made(opened("here"), 1)
    assert snapshot(tmp_path / "spawned") == snapshot(tmp_path / "here")


def test_the_first_page_that_fails_is_told(opened: Open) -> None:
    failing = {f"p{number:03}/index.md": f"# FAIL {number}\n" for number in (9, 17, 30)}
    for processes in (1, 3):
        with pytest.raises(TemplateFailedError, match="'gone' is undefined"):
            _made(opened(str(processes), failing, FAILING), processes)


def test_pages_that_were_kept_are_taken_by_all_and_the_others_made(
    opened: Open, tmp_path: Path
) -> None:
    store = Store(tmp_path / "store")
    (tmp_path / "store").mkdir()
    whole = _made(opened("whole", store=store), 1)
    never_kept = opened("before", store=store).not_stored
    assert len(never_kept) < 2
    kept = sorted((tmp_path / "store").iterdir())
    kept[3].unlink()
    kept[7].write_bytes(b"damaged")

    for number in (1, 2):
        assert _made(opened(str(number), store=store), number) == whole
        assert snapshot(tmp_path / str(number)) == snapshot(tmp_path / "whole")
    assert opened("after", store=store).not_stored == never_kept


def test_whoever_waits_for_others_has_something_to_do_meanwhile(opened: Open) -> None:
    done: list[int] = []
    for processes in (2, 1):
        workshop = opened(str(processes))
        names = list(workshop.outline.pages)
        made_by(
            *(workshop, names, processes),
            method="fork",
            size=PORTIONS.size,
            progress=lambda _: done.append(0),
            meanwhile=lambda: done.append(1),
        )
    assert done[0] == 1
    assert sum(done) == 1, "who makes all alone does not wait"


@pytest.mark.parametrize("killed", [1, 2])
def test_the_share_of_a_killed_process_is_made(
    opened: Open, tmp_path: Path, killed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _made(opened("whole"), 1)
    workshop, here, made = opened("again"), os.getpid(), Workshop.made
    doomed = [f"p{20 * number - 11:03}/index.html" for number in range(1, killed + 1)]

    def made_or_killed(self: Workshop, name: str) -> Made:
        if name in doomed and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return made(self, name)

    monkeypatch.setattr(Workshop, "made", made_or_killed)

    assert _made(workshop, 2) == whole
    assert snapshot(tmp_path / "again") == snapshot(tmp_path / "whole")


def test_what_one_process_alone_cannot_do_is_done_here(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _made(opened("whole"), 1)
    workshop, here, made = opened("again"), os.getpid(), Workshop.made

    def made_or_refused(self: Workshop, name: str) -> Made:
        if os.getpid() != here:
            raise MemoryError
        return made(self, name)

    monkeypatch.setattr(Workshop, "made", made_or_refused)

    assert _made(workshop, 2) == whole


def test_an_interruption_leaves_no_process(opened: Open) -> None:
    before = _children()

    def interrupt(made: int) -> None:
        assert len(_children()) > len(before)
        if made > PORTIONS.size:
            raise KeyboardInterrupt

    workshop = opened("site")
    with pytest.raises(KeyboardInterrupt):
        made_by(
            workshop,
            list(workshop.outline.pages),
            2,
            method="fork",
            size=PORTIONS.size,
            progress=interrupt,
        )

    assert _children() == before


def _children() -> list[str]:
    """The processes that this one has started and that are there still."""
    me = os.getpid()
    return Path(f"/proc/{me}/task/{me}/children").read_text("utf-8").split()
