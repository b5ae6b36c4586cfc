"""Says which version a build has: the release to come, and what was built.

In: a folder with the sources. Out: a version after PEP 440 that no other sources have, and that is newer
than those of the commits before:

    0.1.0                      the commit that carries the tag v0.1.0
    0.1.0.dev123+gabc123def    the 123rd commit, before that tag
    0.1.0.post4+gabc123def     the 4th commit after it, while RELEASE is not raised yet
    ...+gabc123def.s0f1e2d3c   the same commit with changes that are not committed
    0.1.0.dev0+gabc123def      a clone without its history, whose commits cannot be counted
    0.1.0.dev0+s0f1e2d3c       sources without git

A source distribution says its version in PKG-INFO, which hatchling reads instead.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

RELEASE: Final = "0.1.0"
"""The release that the changelog's *Unreleased* will be. Raise it once the tag of its name is set."""

PACKED: Final = (
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "docs",
    "generator",
    "playbooks",
    "pyproject.toml",
    "requirements/cluster.txt",
    "requirements/runtime.txt",
    "requirements/zensical.txt",
    "schemas",
    "site_config.yml",
    "theme",
    "tools/build_hook.py",
    "tools/version.py",
)
"""What makes a difference to the wheel: a change anywhere else is none to whoever installs it."""


ROOT: Final = Path(__file__).resolve().parents[1]


def version(root: Path) -> str:
    """The version of the sources in `root`."""
    commit = _commit(root)
    if commit is None:
        return f"{RELEASE}.dev0+s{_digest(root)}"
    local = [] if _is_released(root) else [f"g{commit}"]
    if _git(root, "status", "--porcelain", "--", *PACKED):
        local.append(f"s{_digest(root)}")
    return RELEASE + _distance(root) + ("+" + ".".join(local) if local else "")


def _commit(root: Path) -> str | None:
    """The commit that is checked out, where `root` is a repository and not a folder in one."""
    top = _git(root, "rev-parse", "--show-toplevel")
    if not top or not Path(top).samefile(root):
        return None
    return _git(root, "rev-parse", "--short=9", "HEAD") or None


def _is_released(root: Path) -> bool:
    return f"v{RELEASE}" in _git(root, "tag", "--points-at", "HEAD").splitlines()


def _distance(root: Path) -> str:
    """How far from the release the commit is: nothing for the release itself."""
    if _is_released(root):
        return ""
    since = _git(root, "rev-list", "--count", f"refs/tags/v{RELEASE}..HEAD")
    if since:
        return f".post{since}"
    if _git(root, "rev-parse", "--is-shallow-repository") == "true":
        return ".dev0"
    return f".dev{_git(root, 'rev-list', '--count', 'HEAD')}"


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where it fails or is missing."""
    # In a hook of git these name the repository of the hook.
    environment = {name: value for name, value in os.environ.items() if name[:4] != "GIT_"}
    try:
        answer = subprocess.run(
            ["git", "-C", root, *arguments],  # noqa: S607  # the git that is on PATH
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _digest(root: Path) -> str:
    """Eight digits that stand for the content of everything that is packed."""
    content = hashlib.sha256()
    for path in _packed_files(root):
        data = path.read_bytes()
        content.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        content.update(data)
    return content.hexdigest()[:8]


def _packed_files(root: Path) -> Iterator[Path]:
    for name in PACKED:
        place = root / name
        below = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (path for path in below if path.is_file() and "__pycache__" not in path.parts)


if __name__ == "__main__":
    print(version(Path(sys.argv[1]) if sys.argv[1:] else ROOT))
