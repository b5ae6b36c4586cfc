"""What was kept comes back, or is missing; whatever happened to it, nothing else comes back."""

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from tests.files import snapshot

from firstwin.caching.store import LONGEST, Store, open_store

KEY, OTHER = (sha256(name).hexdigest() for name in (b"one", b"other"))
CONTENT = b"<p>a page</p>" * 100


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FIRSTWIN_STORE", str(tmp_path / "store"))
    return tmp_path / "store" / "pages"


def opened() -> Store:
    store = open_store()
    assert store is not None
    return store


def test_what_was_kept_comes_back(folder: Path) -> None:
    opened().write(KEY, CONTENT)

    assert opened().read(KEY) == CONTENT
    assert opened().read(OTHER) is None
    assert [path.name for path in folder.iterdir()] == [KEY]
    assert folder.stat().st_mode & 0o077 == 0


def test_it_lies_among_the_caches_where_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIRSTWIN_STORE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    opened().write(KEY, CONTENT)

    assert list(snapshot(tmp_path)) == [f"firstwin/pages/{KEY}"]


def test_nothing_is_kept_where_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTWIN_STORE", "")
    assert open_store() is None


@pytest.mark.parametrize("place", [0, 20, 40, -1])
def test_what_is_damaged_is_missing(folder: Path, place: int) -> None:
    opened().write(KEY, CONTENT)
    content = bytearray((folder / KEY).read_bytes())
    content[place] ^= 1
    (folder / KEY).write_bytes(content)

    assert opened().read(KEY) is None


@pytest.mark.parametrize("size", [0, 10, 40])
def test_what_is_cut_off_is_missing(folder: Path, size: int) -> None:
    opened().write(KEY, CONTENT)
    os.truncate(folder / KEY, size)

    assert opened().read(KEY) is None
    opened().write(KEY, CONTENT)
    assert opened().read(KEY) == CONTENT


def test_what_lies_under_another_key_is_missing(folder: Path) -> None:
    opened().write(KEY, CONTENT)
    (folder / KEY).rename(folder / OTHER)

    assert opened().read(OTHER) is None


def test_no_pipe_folder_or_link_is_read(folder: Path, tmp_path: Path) -> None:
    opened().write(KEY, CONTENT)
    (folder / KEY).rename(tmp_path / "moved")
    (folder / KEY).symlink_to(tmp_path / "moved")
    assert opened().read(KEY) is None
    (folder / KEY).unlink()
    os.mkfifo(folder / KEY)
    assert opened().read(KEY) is None
    (folder / KEY).unlink()
    (folder / KEY).mkdir()
    assert opened().read(KEY) is None
    opened().write(KEY, CONTENT)
    opened().tidy()


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o722])
def test_what_others_may_write_is_not_used(folder: Path, mode: int) -> None:
    opened().write(KEY, CONTENT)
    folder.chmod(mode)

    assert open_store() is None


def test_what_others_may_read_is_theirs_no_more(folder: Path) -> None:
    opened().write(KEY, CONTENT)
    folder.chmod(0o755)

    assert opened().read(KEY) == CONTENT
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_link_or_a_file_in_its_place_is_not_used(folder: Path, tmp_path: Path) -> None:
    folder.parent.mkdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "elsewhere")
    assert open_store() is None
    folder.unlink()
    folder.write_text("a file")
    assert open_store() is None


def test_a_full_disk_is_no_fault(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    opened().write(KEY, CONTENT)

    assert list(folder.iterdir()) == []


def test_a_store_that_is_deleted_meanwhile_is_no_fault(folder: Path) -> None:
    store = opened()
    folder.rmdir()

    store.write(KEY, CONTENT)
    assert store.read(KEY) is None
    store.tidy()


def test_what_was_not_used_for_long_goes_and_nothing_of_others(folder: Path) -> None:
    store = opened()
    for key in (KEY, OTHER):
        store.write(key, CONTENT)
    (folder / "notes.txt").write_text("somebody else's")
    (folder / ".abc.part").write_text("of a build that was killed")
    long_ago = time.time() - LONGEST - 10
    for name in (OTHER, "notes.txt", ".abc.part"):
        os.utime(folder / name, (long_ago, long_ago))

    store.tidy()

    assert sorted(path.name for path in folder.iterdir()) == sorted([KEY, "notes.txt"])


def test_what_is_used_stays(folder: Path) -> None:
    store = opened()
    store.write(KEY, CONTENT)
    long_ago = time.time() - LONGEST - 10
    os.utime(folder / KEY, (long_ago, long_ago))

    assert store.read(KEY) == CONTENT
    store.tidy()
    assert store.read(KEY) == CONTENT


def test_beyond_its_size_what_was_used_last_stays(folder: Path) -> None:
    store = opened()
    for age, name in enumerate(b"abcd"):
        key = sha256(bytes([name])).hexdigest()
        store.write(key, os.urandom(1000))
        used = time.time() - age * 60
        os.utime(folder / key, (used, used))

    store.tidy(largest=2500)

    left = {path.name for path in folder.iterdir()}
    assert left == {sha256(name).hexdigest() for name in (b"a", b"b")}


def test_what_unpacks_to_very_much_is_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened().write(KEY, CONTENT)

    monkeypatch.setattr("firstwin.caching.store.LARGEST_CONTENT", len(CONTENT) - 1)
    assert opened().read(KEY) is None
    monkeypatch.setattr("firstwin.caching.store.LARGEST_CONTENT", len(CONTENT))
    assert opened().read(KEY) == CONTENT
