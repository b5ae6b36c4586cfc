"""Small git repositories of firstwin's own sources.

In: a folder. Out: commits in it, made without anybody's settings.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

SOURCES: Final = Path(__file__).resolve().parents[2]
WHO: Final = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@mail.example"}
ENVIRONMENT: Final = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    **WHO,
    **{name.replace("AUTHOR", "COMMITTER"): value for name, value in WHO.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def copy_sources(into: Path, *names: str) -> Path:
    """Copy files and folders of this checkout, without what Python left there."""
    for name in names:
        source, target = SOURCES / name, into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return into


def git(folder: Path, *arguments: str) -> str:
    said = subprocess.run(
        ["git", "-C", folder, *arguments],
        env=ENVIRONMENT,
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return said.stdout.strip()


def commit(folder: Path, message: str = "Change") -> str:
    """Commit everything in `folder`, and say how git shortens the commit's name."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "--short=9", "HEAD")
