"""Small trees of files, laid out in a test and read back from it."""

from collections.abc import Mapping
from pathlib import Path


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `folder`."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes; a link shows where it leads."""
    return {
        path.relative_to(folder).as_posix(): (
            b"-> " + str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
