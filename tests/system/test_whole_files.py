"""A file is there whole or not at all, whatever was there before."""

import os
import stat
from pathlib import Path

import pytest

from firstwin.system.whole_files import write_whole


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "file.txt"
    file.write_bytes(b"before")
    return file


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_file_has_the_content_and_the_mode(file: Path, mode: int) -> None:
    before = os.umask(0o077)
    try:
        write_whole(file, b"after", mode)
    finally:
        os.umask(before)
    assert file.read_bytes() == b"after"
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_nothing_is_written_through_a_link_or_into_another_name(file: Path, tmp_path: Path) -> None:
    other, link = tmp_path / "other.txt", tmp_path / "link.txt"
    other.hardlink_to(file)
    link.symlink_to(file)
    write_whole(link, b"after")
    write_whole(other, b"after")
    assert file.read_bytes() == b"before"
    assert not link.is_symlink()


def test_where_the_system_refuses_what_was_there_stays(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(folder, b"after")
    with pytest.raises(TypeError):
        write_whole(file, "no bytes")  # type: ignore[arg-type]  # somebody's fault while it is written
    assert file.read_bytes() == b"before"
    assert {path.name for path in tmp_path.iterdir()} == {"file.txt", "folder"}
