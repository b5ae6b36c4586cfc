"""Measure whole commands beside MkDocs and Zensical: a part of `make bench`.

In: a project. Out: what each command took, from starting Python to the site in its place, with a store that is empty at first.
The engines build the tree that was written, in between, so that all meet the same machine, busy or not.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from firstwin.caching.store import PLACE

MKDOCS = "`mkdocs build` on what was written"
ONE_EDITION = "`firstwin build` from nothing, two processes"
ALL_EDITIONS = "the same of all three editions"
SUMMARY = re.compile(r"^summary: .*$", re.MULTILINE)


@dataclass(frozen=True)
class Measured:
    """Seconds of a whole process, the most memory that one of its processes held, and what it printed."""

    seconds: float
    megabytes: float
    printed: str = ""


def measure(project: Path, playbook: str, rounds: int) -> dict[str, Measured]:
    """The median of each command on a project, whose `playbook` has the summary that is edited."""
    store, file = project.parent / f"{project.name}-store", project / playbook
    text = file.read_text(encoding="utf-8")
    os.environ[PLACE] = str(store)
    took: dict[str, list[Measured]] = {}

    def timed(name: str, *command: str, folder: Path = project) -> None:
        took.setdefault(name, []).append(run([sys.executable, "-m", *command], folder))

    def from_nothing(name: str, *options: str) -> None:
        shutil.rmtree(store, ignore_errors=True)
        timed(name, "firstwin", "build", *options)

    for number in range(rounds):
        file.write_text(text, encoding="utf-8")
        from_nothing("`firstwin build` from nothing, one process", "--processes", "1")
        timed(MKDOCS, "mkdocs", "build", "--quiet", folder=project / "build/customer")
        from_nothing(ONE_EDITION, "--processes", "2")
        timed("the same again, nothing changed", "firstwin", "build", "--processes", "2")
        file.write_text(SUMMARY.sub(f"summary: Edit {number}.", text, count=1), encoding="utf-8")
        timed("the same again, one summary changed", "firstwin", "build", "--processes", "2")
        from_nothing(ALL_EDITIONS, "--edition", "all", "--processes", "2")
        with _copied(project / "build/customer") as tree:
            timed("`zensical build` on what was written", "zensical", "build", folder=Path(tree))
        timed("`firstwin check`", "firstwin", "check")
    file.write_text(text, encoding="utf-8")
    del os.environ[PLACE]
    return {name: median(each) for name, each in took.items()}


def _copied(tree: Path) -> tempfile.TemporaryDirectory[str]:
    """A copy of a tree: Zensical leaves files of its own in it."""
    folder = tempfile.TemporaryDirectory(dir=tree.parent)
    shutil.copytree(tree, folder.name, ignore=shutil.ignore_patterns("site"), dirs_exist_ok=True)
    return folder


def run(command: list[str], folder: Path | None = None) -> Measured:
    """Run a command to its end and measure it whole."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode()
    seconds = time.perf_counter() - begin
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{printed}")
    return Measured(seconds, usage.ru_maxrss / 1024, printed)


def median(runs: list[Measured]) -> Measured:
    """The median of what was measured, by itself of each figure."""
    return Measured(
        statistics.median(each.seconds for each in runs),
        statistics.median(each.megabytes for each in runs),
    )
