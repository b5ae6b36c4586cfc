"""A machine with nothing on it but a Python, and what is installed there.

In: an empty folder, and wheels. Out: commands that run there.
"""

import subprocess
import sys
from pathlib import Path

from tests.packaging import clean
from tests.packaging.furnished import furnish


def build(kind: str, project: Path, into: Path) -> Path:
    build = [sys.executable, "-m", "build", f"--{kind}", "--no-isolation"]
    subprocess.run([*build, "--outdir", into, project], check=True)
    (artifact,) = into.iterdir()
    return artifact


class Machine:
    """A virtual environment that holds pip, the packages of some locks, and what is put into it."""

    def __init__(self, folder: Path, *locks: str) -> None:
        self._folder = folder
        self._bin = folder / "bin"
        furnish(folder, "pip.txt", *locks)

    def pip_install(self, *arguments: str | Path, index: Path = clean.WHEELS) -> None:
        pip = self._bin / "pip"
        seen = clean.environment(self._folder, index)
        clean.run([pip, "install", "--quiet", *arguments], self._folder, seen)

    def firstwin(self, *arguments: str, cwd: Path) -> str:
        seen = clean.environment(self._folder)
        return clean.run([self._bin / "firstwin", *arguments], cwd, seen)

    def shell(self, line: str, cwd: Path) -> str:
        """Run a line as a step of a workflow runs: the programs installed here come first."""
        empty = self._folder / "home"
        empty.mkdir(exist_ok=True)
        seen = clean.environment(empty)
        seen["PATH"] = f"{self._bin}:{seen['PATH']}"
        return clean.run(["bash", "-e", "-c", line], cwd, {**seen, "CI": "true"})
