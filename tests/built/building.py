"""Sites as whoever orders one gets them: built by the command, once for all tests and all workers.

A project is written into a folder that every worker of a test run shares, and each engine builds it
there under a lock: who comes second finds the sites finished.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

from tests.commands import firstwin

from firstwin.output import locked
from firstwin.scaffold import new_project

EDITIONS: Final = ("customer", "partner", "internal")
FOR_CUSTOMERS_ALONE: Final = {("reference", "zensical")}
"""What is built for customers alone: what Zensical makes of the other editions, the smaller projects show."""
SMALL: Final = Path(__file__).resolve().parents[1] / "projects" / "small"

Write = Callable[[Path], object]


def editions_of(project: str, engine: str) -> tuple[str, ...]:
    """The editions that are built of a project without a fault."""
    return EDITIONS[:1] if (project, engine) in FOR_CUSTOMERS_ALONE else EDITIONS


@dataclass(frozen=True)
class Site:
    """One edition of a project: the site, and the tree it was built from."""

    project: Path
    edition: str

    @property
    def folder(self) -> Path:
        return self.project / "site" / self.edition

    @property
    def tree(self) -> Path:
        return self.project / "build" / self.edition


@dataclass(frozen=True)
class Sites:
    """Builds each project with each engine once, in a folder shared by all workers, through the gate."""

    shared: Path

    def site(self, project: str, edition: str = "customer", engine: str = "mkdocs") -> Site:
        """A site of a project without a fault: the build is strict."""
        editions = editions_of(project, engine)
        assert edition in editions
        built = "all" if editions == EDITIONS else edition
        name, write = f"{project}-{engine}", PROJECTS[project]
        return self.of(name, write, edition, "--engine", engine, built=built)

    def of(self, name: str, write: Write, edition: str, *options: str, built: str = "all") -> Site:
        """A site of a project that `write` lays into a folder. `name` stands for all but the edition."""
        place = self.shared / name
        place.mkdir(parents=True, exist_ok=True)
        project, said = place / "project", place / "said.txt"
        with locked(place):
            if not said.exists():
                write(project)
                done = run(project, "build", "--gate", "--edition", built, *options, **PEOPLE)
                said.write_text(f"{done.returncode}\n{done.stdout}", "utf-8")
        status, _, output = said.read_text("utf-8").partition("\n")
        assert status == "0", output
        return Site(project, edition)


def copy_small(folder: Path) -> None:
    shutil.copytree(SMALL, folder)


PROJECTS: Mapping[str, Write] = {
    "reference": lambda folder: new_project(folder, reference=True),
    "new": new_project,
    "small": copy_small,
}
"""What each project without a fault is written by."""

PEOPLE: Mapping[str, str] = dict.fromkeys(
    ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "EMAIL", "GIT_AUTHOR_NAME"), "kanari0000internal"
)
"""Who builds the sites: a canary (see `leaky`)."""


def run(project: Path, *arguments: str, **environment: str) -> CompletedProcess[str]:
    """Run a command of firstwin in a project; what it complained of follows what it said."""
    done = firstwin(project, *arguments, environment={**os.environ, **environment})
    return CompletedProcess(done.args, done.returncode, done.stdout + done.stderr)
