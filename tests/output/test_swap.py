"""A site is replaced in one step, and an interruption leaves nothing behind for long."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from tests.files import lay, snapshot

from firstwin.output import replace_folders, restore, swap, workspace

OLD, NEW = {"index.html": b"old"}, {"index.html": b"new", "more.html": b"new"}


@pytest.fixture(params=["exchange", "two renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways to exchange folders: the system's own, and the one for systems without."""
    if request.param == "two renames":
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("way")
def test_a_site_takes_the_place_of_another(tmp_path: Path) -> None:
    target = lay(tmp_path / "customer", OLD)

    with workspace(target) as new:
        replace_folders([(target, lay(new, NEW))])

    assert snapshot(target) == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["customer"]


@pytest.mark.usefixtures("way")
def test_a_first_site_needs_no_place_to_take(tmp_path: Path) -> None:
    target = tmp_path / "customer"
    with workspace(target) as new:
        replace_folders([(target, lay(new, NEW))])

    assert snapshot(target) == NEW


@pytest.mark.usefixtures("way")
def test_an_interruption_waits_until_all_sites_are_in_place(tmp_path: Path) -> None:
    targets = [lay(tmp_path / name, OLD) for name in ("customer", "partner", "internal")]

    def sites() -> Iterator[tuple[Path, Path]]:
        for target in targets:
            with workspace(target) as new:
                yield target, lay(new, NEW)
                os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        replace_folders(sites())

    assert [snapshot(target) for target in targets] == [NEW, NEW, NEW]


def test_another_thread_may_replace_a_site(tmp_path: Path) -> None:
    target, new = lay(tmp_path / "customer", OLD), lay(tmp_path / "new", NEW)

    with ThreadPoolExecutor(1) as threads:
        threads.submit(replace_folders, [(target, new)]).result()

    assert snapshot(target) == NEW


def test_the_exchange_is_one_step_here(tmp_path: Path) -> None:
    """This system can exchange folders; a slip in the call would go unnoticed otherwise."""
    one, other = lay(tmp_path / "one", OLD), lay(tmp_path / "other", NEW)

    assert swap._exchange(one, other)
    assert snapshot(one) == NEW
    assert snapshot(other) == OLD


def test_a_failed_build_leaves_the_old_site_and_nothing_else(tmp_path: Path) -> None:
    target = lay(tmp_path / "customer", OLD)

    def interrupted() -> None:
        with workspace(target) as new:
            lay(new, NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert snapshot(tmp_path) == {"customer/index.html": b"old"}


def test_a_build_killed_between_two_renames_is_mended(tmp_path: Path) -> None:
    lay(tmp_path, {".customer.old-1/index.html": "old", ".customer.new-2/index.html": "half"})

    restore(tmp_path / "customer")

    assert snapshot(tmp_path) == {"customer/index.html": b"old"}


def test_leftovers_of_a_killed_build_are_cleared_away(tmp_path: Path) -> None:
    lay(tmp_path / "customer", NEW)
    lay(tmp_path, {".customer.old-1/index.html": "old", ".partner.new-2/index.html": "others"})

    restore(tmp_path / "customer")

    assert sorted(path.name for path in tmp_path.iterdir()) == [".partner.new-2", "customer"]


def test_an_error_of_the_system_is_not_taken_for_a_missing_ability(tmp_path: Path) -> None:
    lay(tmp_path / "one", OLD)
    with pytest.raises(FileNotFoundError):
        swap._exchange(tmp_path / "one", tmp_path / "nowhere")


def test_readers_never_find_a_gap(tmp_path: Path) -> None:
    """Two sites take turns while somebody reads; each file is of one of them, and always there."""
    target = lay(tmp_path / "customer", OLD)
    done = Event()
    polls: list[bytes] = []

    def read() -> None:
        while not done.is_set() or len(polls) < 400:
            polls.append((target / "index.html").read_bytes())

    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(read)
        for turn in range(100):
            with workspace(target) as new:
                replace_folders([(target, lay(new, NEW if turn % 2 else OLD))])
        done.set()
        reading.result()

    assert set(polls) <= {b"old", b"new"}
