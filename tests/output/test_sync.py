"""A folder holds exactly what it should, and nothing is written twice."""

import os
import stat
from pathlib import Path

import pytest
from tests.files import lay, snapshot

from firstwin.output import make_folder, sync

FILES = {"a.md": b"A\n", "deep/er/b.md": b"B\n"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_files_are_written(tmp_path: Path) -> None:
    changes = sync(tmp_path / "docs", FILES)

    assert snapshot(tmp_path / "docs") == FILES
    assert changes.written == ("a.md", "deep/er/b.md")


def test_what_is_right_already_is_not_touched(tmp_path: Path) -> None:
    sync(tmp_path, FILES)
    before = {path: path.stat() for path in tmp_path.rglob("*.md")}

    changes = sync(tmp_path, FILES)

    assert not changes
    for path, stats in before.items():
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == (stats.st_ino, stats.st_mtime_ns)


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    sync(tmp_path, FILES)

    changes = sync(tmp_path, {**FILES, "a.md": b"C\n"})

    assert changes.written == ("a.md",)
    assert (tmp_path / "a.md").read_bytes() == b"C\n"


def test_what_is_no_longer_produced_goes(tmp_path: Path) -> None:
    sync(tmp_path, FILES)
    lay(tmp_path, {"old/x.md": "x", ".a.part": "half a file"})

    changes = sync(tmp_path, {"a.md": b"A\n"})

    assert changes.removed == (".a.part", "deep", "old")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md"]


def test_what_others_put_there_can_be_left_alone(tmp_path: Path) -> None:
    lay(tmp_path, {"site/index.html": "by hand"})

    sync(tmp_path, FILES, left_alone=frozenset({"site"}))

    assert (tmp_path / "site/index.html").is_file()


def test_a_link_in_the_way_is_replaced_and_never_followed(tmp_path: Path) -> None:
    outside = lay(tmp_path / "outside", {"keep.md": "keep"})
    target = tmp_path / "docs"
    target.mkdir()
    (target / "a.md").symlink_to(outside / "keep.md")
    (target / "deep").symlink_to(outside, target_is_directory=True)

    sync(target, FILES)

    assert snapshot(target) == FILES
    assert snapshot(outside) == {"keep.md": b"keep"}


def test_a_folder_where_a_file_belongs_gives_way(tmp_path: Path) -> None:
    lay(tmp_path, {"a.md/inside.md": "x", "deep": "a file where a folder belongs"})

    sync(tmp_path, FILES)

    assert snapshot(tmp_path) == FILES


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "build")  # to open it would wait forever

    with pytest.raises(NotADirectoryError):
        make_folder(tmp_path / "build")


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    previous = os.umask(0o077)
    try:
        sync(tmp_path / "docs", FILES)
    finally:
        os.umask(previous)

    assert {mode(path) for path in tmp_path.rglob("*.md")} == {0o644}
    folders = [tmp_path / "docs", tmp_path / "docs/deep", tmp_path / "docs/deep/er"]
    assert {mode(folder) for folder in folders} == {0o755}


def test_a_mode_that_shuts_readers_out_is_mended(tmp_path: Path) -> None:
    sync(tmp_path, FILES)
    (tmp_path / "a.md").chmod(0o600)
    (tmp_path / "deep").chmod(0o700)

    sync(tmp_path, FILES)

    assert mode(tmp_path / "a.md") == 0o644
    assert mode(tmp_path / "deep") == 0o755


def test_a_file_that_cannot_be_written_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(tmp_path, {"a.md": b"A\n"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="No space left"):
        sync(tmp_path, {"a.md": b"longer than before\n"})
    assert snapshot(tmp_path) == {"a.md": b"A\n"}
