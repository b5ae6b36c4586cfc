"""Measure whole builds beside MkDocs, from nothing and again: a part of `make bench`.

In: a project, and what runs a command and measures it. Out: a table. Each build is a process of its own, from starting
Python to the site in its place, with a store that is empty at first. MkDocs builds the tree that was written, in between.
"""

import os
import re
import shutil
import statistics
import sys
from collections.abc import Callable
from pathlib import Path

from firstwin.store import PLACE

RUNS = 5
SUMMARY = re.compile(r"^summary: .*$", re.MULTILINE)

Run = Callable[[list[str], Path], float]
"""Runs a command in a folder; the seconds it took."""


def measure(project: Path, playbook: str, engine: list[str], run: Run) -> str:
    """The table of one project, whose `playbook` has the summary that is edited. Each row is the median of five."""
    build = [sys.executable, "-m", "firstwin", "build"]
    store, file = project.parent / f"{project.name}-store", project / playbook
    text = file.read_text(encoding="utf-8")
    os.environ[PLACE] = str(store)
    took: dict[str, list[float]] = {}

    def timed(name: str, command: list[str], folder: Path = project) -> None:
        took.setdefault(name, []).append(run(command, folder))

    for number in range(RUNS):
        file.write_text(text, encoding="utf-8")
        for processes in ("1", "2"):
            shutil.rmtree(store, ignore_errors=True)
            timed(f"from nothing, {processes} processes", [*build, "--processes", processes])
        timed("`mkdocs build`", engine, project / "build/customer")
        timed("again, nothing changed", build)
        file.write_text(SUMMARY.sub(f"summary: Edit {number}.", text, count=1), encoding="utf-8")
        timed("again, one summary changed", build)
        shutil.rmtree(store, ignore_errors=True)
        timed("all three editions, from nothing", [*build, "--edition", "all"])
    file.write_text(text, encoding="utf-8")
    del os.environ[PLACE]
    base = statistics.median(took.pop("`mkdocs build`"))
    rows = [f"| {name} | {statistics.median(each) / base:.2f} |" for name, each in took.items()]
    return "\n".join(["| `firstwin build`, whole process | of MkDocs |", "|---|---:|", *rows])


def main() -> None:
    """Print the table of one project: `building.py PROJECT PLAYBOOK`."""
    from bench import ENGINE, run  # noqa: PLC0415  # it imports this one

    project, playbook = Path(sys.argv[1]).absolute(), sys.argv[2]
    print(measure(project, playbook, ENGINE, lambda command, folder: run(command, folder).seconds))


if __name__ == "__main__":
    main()
