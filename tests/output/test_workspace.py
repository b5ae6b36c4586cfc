"""What is built beside a site takes its place whole, and nothing of anybody else's is touched."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from threading import Event
from types import ModuleType
from typing import Final

import pytest
from tests.files import lay, snapshot

from firstwin.errors import WrongUseError
from firstwin.output import fault_of_site, locked, mend, workspace

NAMES: Final = ("customer", "internal", "partner")
OLD: Final = {"assets/firstwin.css": b"old", "index.html": b"old"}
NEW: Final = {"assets/firstwin.css": b"new", "index.html": b"new", "more.html": b"new"}
KILLED: Final = Path(__file__).with_name("killed.py")
LEFT: Final = ".firstwin-left0ver"


@pytest.fixture
def module() -> ModuleType:
    """The module itself: the package calls its function by the same name."""
    return import_module("firstwin.output.workspace")


@pytest.fixture(params=["exchange", "renames"])
def way(
    request: pytest.FixtureRequest, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways to exchange folders: the system's own, and the one for systems without."""
    if request.param == "renames":
        monkeypatch.setattr(module, "exchange", lambda *_: False)


def put(home: Path, *names: str) -> None:
    with workspace(home, fault_of_site) as work:
        for name in names:
            lay(work.folder(name), NEW)
        work.put_in_place()


def old_sites(home: Path) -> Path:
    for name in NAMES:
        lay(home / name, OLD)
    return home


def ages(home: Path) -> list[str]:
    return [(home / name / "index.html").read_text() for name in NAMES]


@pytest.mark.usefixtures("way")
def test_sites_take_the_place_of_others(tmp_path: Path) -> None:
    put(old_sites(tmp_path), *NAMES)

    assert [snapshot(tmp_path / name) for name in NAMES] == [NEW, NEW, NEW]
    assert sorted(path.name for path in tmp_path.iterdir()) == list(NAMES)


@pytest.mark.usefixtures("way")
def test_first_sites_need_no_place_to_take(tmp_path: Path) -> None:
    lay(tmp_path / "customer", OLD)

    put(tmp_path, "customer", "partner")

    assert [snapshot(tmp_path / name) for name in ("customer", "partner")] == [NEW, NEW]


def test_nobody_else_may_look_into_what_is_not_finished(tmp_path: Path) -> None:
    with workspace(tmp_path, fault_of_site):
        (place,) = tmp_path.iterdir()
        assert place.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("way")
def test_an_interruption_waits_until_all_sites_are_in_place(
    tmp_path: Path, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_sites(tmp_path)
    put_one = module._put

    def put_and_interrupt(*paths: Path) -> None:
        put_one(*paths)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(module, "_put", put_and_interrupt)
    with pytest.raises(KeyboardInterrupt):
        put(tmp_path, *NAMES)

    assert [snapshot(tmp_path / name) for name in NAMES] == [NEW, NEW, NEW]
    assert sorted(path.name for path in tmp_path.iterdir()) == list(NAMES)


def test_another_thread_may_put_a_site_in_place(tmp_path: Path) -> None:
    lay(tmp_path / "customer", OLD)

    with ThreadPoolExecutor(1) as threads:
        threads.submit(put, tmp_path, "customer").result()

    assert snapshot(tmp_path / "customer") == NEW


@pytest.mark.usefixtures("way")
def test_a_failed_build_leaves_the_old_sites_and_nothing_else(tmp_path: Path) -> None:
    before = snapshot(old_sites(tmp_path))

    def interrupted() -> None:
        with workspace(tmp_path, fault_of_site) as work:
            lay(work.folder("customer"), NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert snapshot(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == list(NAMES)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("refused", NAMES)
@pytest.mark.parametrize("first", [True, False], ids=["first sites", "old sites"])
def test_a_refusal_of_the_system_leaves_all_sites_old(
    tmp_path: Path, module: ModuleType, monkeypatch: pytest.MonkeyPatch, refused: str, first: bool
) -> None:
    before = snapshot(tmp_path if first else old_sites(tmp_path))
    put_one = module._put

    def refuse(target: Path, new: Path, old: Path) -> None:
        if target.name == refused:
            raise OSError(28, "No space left on device")
        put_one(target, new, old)

    monkeypatch.setattr(module, "_put", refuse)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path, *NAMES)

    assert snapshot(tmp_path) == before
    assert not [path for path in tmp_path.iterdir() if path.name not in NAMES]


def somebodys_papers(target: Path) -> None:
    lay(target, {"thesis.txt": b"x"})


def a_link_to_papers(target: Path) -> None:
    lay(target.parent / "papers", {"assets/firstwin.css": b"x", "thesis.txt": b"x"})
    target.symlink_to("papers", target_is_directory=True)


def a_file(target: Path) -> None:
    target.write_bytes(b"x")


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("place", [somebodys_papers, a_link_to_papers, a_file])
@pytest.mark.parametrize("moment", ["while it builds", "in the last moment"])
def test_what_came_there_in_the_meantime_stays(
    tmp_path: Path,
    module: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[Path], None],
    moment: str,
) -> None:
    lay(tmp_path / "customer", OLD)
    put_one = module._put

    def come_and_put(target: Path, new: Path, old: Path) -> None:
        if target.name == "partner" and not os.path.lexists(target):
            place(target)
        put_one(target, new, old)

    if moment == "in the last moment":
        monkeypatch.setattr(module, "_put", come_and_put)
    with workspace(tmp_path, fault_of_site) as work:
        for name in ("customer", "partner"):
            lay(work.folder(name), NEW)
        if moment == "while it builds":
            place(tmp_path / "partner")
        with pytest.raises(WrongUseError, match=r"partner cannot be replaced: it (is|holds)"):
            work.put_in_place()

    found = snapshot(tmp_path)
    (expected := tmp_path / "expected").mkdir()
    lay(expected / "customer", OLD)
    place(expected / "partner")
    assert found == snapshot(expected)


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
            with workspace(tmp_path, fault_of_site) as work:
                lay(work.folder("customer"), NEW if turn % 2 else OLD)
                work.put_in_place(lasting=False)
        done.set()
        reading.result()

    assert set(polls) <= {b"old", b"new"}


def test_a_disk_without_room_for_a_workspace_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path, "customer")

    assert not list(tmp_path.iterdir())


# What an interrupted run left


@pytest.mark.parametrize(("way", "between"), [("exchange", 2), ("renames", 5)])
def test_a_kill_leaves_one_age_once_the_next_run_begins(
    tmp_path: Path, way: str, between: int
) -> None:
    """At each moment at which the disk is touched; between two exchanges the next run has to finish."""
    subprocess.run([sys.executable, str(KILLED), str(tmp_path), way], check=True)

    homes = sorted(tmp_path.iterdir())
    assert len(homes) > 40
    mixed = [home for home in homes if len({state(home, name) for name in NAMES}) > 1]
    assert len(mixed) <= between
    reached = set()
    for home in homes:
        with locked(home):
            mend(home, fault_of_site)
        reached.add(tuple(ages(home)))
        assert sorted(path.name for path in home.iterdir()) == list(NAMES)
    assert reached == {("old",) * 3, ("new",) * 3}


def state(home: Path, name: str) -> str:
    index = home / name / "index.html"
    return index.read_text() if index.exists() else "missing"


def leftover(home: Path, files: dict[str, bytes]) -> Path:
    """A workspace as an interrupted run leaves it, with `files` in it."""
    with workspace(home, fault_of_site):
        (place,) = (path for path in home.iterdir() if path.name.startswith(".firstwin-"))
        about = (place / "ABOUT.txt").read_bytes()
    left = home / LEFT
    left.mkdir(mode=0o700)
    return lay(left, {"ABOUT.txt": about, **files})


def test_a_leftover_is_removed(tmp_path: Path) -> None:
    leftover(tmp_path, {"new/customer/index.html": b"half", "old/partner/index.html": b"x"})
    (tmp_path / ".firstwin-0000000_").mkdir(mode=0o700)  # ended before it said what it is
    lay(tmp_path / "customer", OLD)

    mend(tmp_path, fault_of_site)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["customer"]


def open_to_others(home: Path) -> None:
    leftover(home, {"thesis.txt": b"x"}).chmod(0o755)


def without_words(home: Path) -> None:
    (leftover(home, {"thesis.txt": b"x"}) / "ABOUT.txt").unlink()


def with_empty_words(home: Path) -> None:
    (leftover(home, {"thesis.txt": b"x"}) / "ABOUT.txt").write_bytes(b"")


def with_other_words(home: Path) -> None:
    (leftover(home, {"thesis.txt": b"x"}) / "ABOUT.txt").write_bytes(b"my thesis\n")


def with_linked_words(home: Path) -> None:
    about = leftover(home, {"thesis.txt": b"x"}) / "ABOUT.txt"
    about.rename(home / "words.txt")
    about.symlink_to("../words.txt")


def a_link(home: Path) -> None:
    leftover(home, {"thesis.txt": b"x"}).rename(home / "papers")
    (home / LEFT).symlink_to("papers", target_is_directory=True)


def a_dangling_link(home: Path) -> None:
    (home / LEFT).symlink_to("nowhere")


def a_loop(home: Path) -> None:
    (home / LEFT).symlink_to(LEFT)


def a_file_of_that_name(home: Path) -> None:
    (home / LEFT).write_bytes(b"x")


def another_name(home: Path) -> None:
    leftover(home, {"thesis.txt": b"x"}).rename(home / ".firstwin-LEFT0VER")


def names_of_sites(home: Path) -> None:
    lay(home, {f".customer.{kind}-1/index.html": b"x" for kind in ("old", "new")})
    (home / ".customer.old-0").symlink_to(".customer.new-1", target_is_directory=True)


@pytest.mark.parametrize(
    "put_there",
    [
        open_to_others,
        without_words,
        with_empty_words,
        with_other_words,
        with_linked_words,
        a_link,
        a_dangling_link,
        a_loop,
        a_file_of_that_name,
        another_name,
        names_of_sites,
    ],
)
def test_what_is_not_ours_stays_whatever_its_name(
    tmp_path: Path, put_there: Callable[[Path], None]
) -> None:
    put_there(tmp_path)
    before = snapshot(tmp_path)

    mend(tmp_path, fault_of_site)
    assert snapshot(tmp_path) == before

    put(tmp_path, "customer")
    assert {k: v for k, v in snapshot(tmp_path).items() if not k.startswith("customer/")} == before


def test_what_another_user_made_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leftover(tmp_path, {"thesis.txt": b"x"})
    before = snapshot(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)

    mend(tmp_path, fault_of_site)

    assert snapshot(tmp_path) == before


def test_a_link_in_a_leftover_is_removed_and_never_followed(tmp_path: Path) -> None:
    papers = lay(tmp_path / "papers", {"thesis.txt": b"x"})
    left = leftover(tmp_path, {})
    for name in ("new", "old", "finished.json", "more"):
        (left / name).symlink_to(papers, target_is_directory=True)

    mend(tmp_path, fault_of_site)

    assert snapshot(tmp_path) == {"papers/thesis.txt": b"x"}


def test_a_link_that_takes_the_place_of_a_leftover_is_never_followed(
    tmp_path: Path, module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who may write here exchanges it between the look at it and its removal."""
    papers = lay(tmp_path / "papers", {"thesis.txt": b"x", "new/thesis.txt": b"x"})
    left = leftover(tmp_path, {"new/customer/index.html": b"x"})
    finished = module._finished

    def come_between(place: Path) -> list[str]:
        names: list[str] = finished(place)
        left.rename(tmp_path / "away")
        left.symlink_to(papers, target_is_directory=True)
        return names

    monkeypatch.setattr(module, "_finished", come_between)
    mend(tmp_path, fault_of_site)

    assert snapshot(papers) == {"thesis.txt": b"x", "new/thesis.txt": b"x"}


def recorded(path: Path) -> list[int]:
    found = path.lstat()
    return [found.st_ino, found.st_ctime_ns]


def claims() -> Iterator[Callable[[Path], object]]:
    yield lambda new: recorded(new)[:1]
    yield lambda new: [recorded(new)[0], 0]
    yield lambda new: [0, recorded(new)[1]]
    yield lambda _: None
    yield lambda _: True
    yield lambda new: str(recorded(new))


@pytest.mark.parametrize("claim", list(claims()))
def test_what_only_claims_to_be_finished_is_never_published(
    tmp_path: Path, claim: Callable[[Path], object]
) -> None:
    """A cloned project may hold anything, but nobody knows beforehand what the system will call it."""
    left = leftover(tmp_path, {f"new/customer/{name}": content for name, content in NEW.items()})
    record = {"customer": claim(left / "new/customer"), "partner": None}
    lay(left, {"finished.json": json.dumps(record)})

    mend(tmp_path, fault_of_site)

    assert not list(tmp_path.iterdir())


def test_a_link_is_never_published(tmp_path: Path) -> None:
    papers = lay(tmp_path / "papers", {**NEW})
    left = leftover(tmp_path, {"new/x": b"x"})
    (left / "new/customer").symlink_to(papers, target_is_directory=True)
    lay(left, {"finished.json": json.dumps({"customer": recorded(left / "new/customer")})})

    mend(tmp_path, fault_of_site)

    assert [path.name for path in tmp_path.iterdir()] == ["papers"]


@pytest.mark.parametrize("record", [b"", b"{", b"\xff", b"[]", b"1", b'{"customer": ['])
def test_a_record_that_a_power_cut_took_says_nothing(tmp_path: Path, record: bytes) -> None:
    leftover(tmp_path, {"new/customer/index.html": b"new", "finished.json": record})

    mend(tmp_path, fault_of_site)

    assert not list(tmp_path.iterdir())


def test_what_is_finished_never_takes_the_place_of_somebody_elses(tmp_path: Path) -> None:
    theirs = lay(tmp_path / "customer", {"thesis.txt": b"x"})
    left = leftover(tmp_path, {"new/customer/index.html": b"new", "new/partner/index.html": b"new"})
    record = {name: recorded(left / "new" / name) for name in ("customer", "partner")}
    lay(left, {"finished.json": json.dumps(record)})

    mend(tmp_path, fault_of_site)

    assert snapshot(theirs) == {"thesis.txt": b"x"}
    assert snapshot(tmp_path / "partner") == {"index.html": b"new"}
    assert len(list(tmp_path.iterdir())) == 2
