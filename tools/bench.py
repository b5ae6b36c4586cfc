"""Measure firstwin beside MkDocs and Zensical, in one run: `make bench`.

In: nothing, or what to measure: sizes of projects that `corpus` makes, and `reference` (`make bench ARGS="--rounds 1 5000"`).
Out: their tables in docs/performance.md. Python's modules are compiled before, as installing a package leaves them, and so
are the templates, as the first build of an installation leaves them. Only the ratios mean something: machines
differ, and are noisy.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import building
import corpus
import on_screen
from building import ALL_EDITIONS, MKDOCS, ONE_EDITION, Measured

REFERENCE = "reference"
USUAL = ("100", "1000", REFERENCE)
ROUNDS = 5
REPOSITORY = Path(__file__).resolve().parents[1]
REPORT = REPOSITORY / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
STAGES = [sys.executable, str(Path(__file__).with_name("stages.py"))]


def main() -> None:
    """Measure what is named, and put its tables in the place of those that are there."""
    parser = argparse.ArgumentParser(prog="bench.py")
    parser.add_argument("what", nargs="*", default=USUAL)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    chosen = parser.parse_args()
    before, rest = REPORT.read_text(encoding="utf-8").split(BEGIN)
    measured, after = rest.split(END)
    sections = dict(re.findall(r"^### (.+)\n\n([^#]+)", measured, re.MULTILINE))
    with tempfile.TemporaryDirectory() as temporary:
        keep_what_is_compiled(Path(temporary))
        for what in chosen.what:
            title, section = measure(Path(temporary) / what, what, chosen.rounds)
            print(f"### {title}\n\n{section}\n")
            sections[title] = section
    parts = [f"### {title}\n\n{section.strip()}" for title, section in sections.items()]
    text = "\n\n".join([machine(), *parts])
    REPORT.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def keep_what_is_compiled(folder: Path) -> None:
    """Let every process from here on find compiled what one before it has compiled."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "modules")
    os.environ["XDG_CACHE_HOME"] = str(folder / "templates")


def machine() -> str:
    """What ran it, as far as it matters for reading ratios."""
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores."


def measure(project: Path, what: str, rounds: int) -> tuple[str, str]:
    """The title of what is measured, and its tables."""
    if what == REFERENCE:
        project.mkdir()
        for folder in ("files", "pages", "playbooks"):
            shutil.copytree(REPOSITORY / folder, project / folder)
        shutil.copy(REPOSITORY / "site_config.yml", project)
        pages, tables = report(project, "enterprise", rounds)
        return f"The reference playbooks, {pages:,} pages", tables
    steps = corpus.write_project(project, int(what))
    pages, tables = report(project, "tier-1", rounds)
    return f"{pages:,} pages, {steps:,} steps", tables


def report(project: Path, tier: str, rounds: int) -> tuple[int, str]:
    """How many pages the customers' edition of a project has, and what was seen of it. The plan of a `tier` is edited."""
    playbook = f"playbooks/{tier}/playbook.yml"
    building.run([*STAGES, str(project)])  # compiles what is not compiled yet
    said = [json.loads(building.run([*STAGES, str(project)]).printed) for _ in range(rounds)]
    checks = [building.run([*STAGES, "--check", str(project)]) for _ in range(rounds)]
    took = building.measure(project, playbook, rounds)
    screen = on_screen.measure(project, playbook, f"{tier}/")
    engine = took[MKDOCS]
    return said[-1]["pages"], "\n".join(
        [
            f"| whole processes, medians of {rounds} | seconds | of MkDocs | peak memory |",
            "|---|---:|---:|---:|",
            *(_row(name, each, engine) for name, each in took.items()),
            _seen("`firstwin serve`: its first page, from starting it", screen.first, engine),
            _seen("`firstwin serve`: an edit, from saving it to the screen", screen.edit, engine),
            "",
            _closing(took, checks),
            "",
            f"| stage, in one process, the fastest of {rounds} | seconds | peak memory so far |",
            "|---|---:|---:|",
            *(_stage(name, [each["stages"][name] for each in said]) for name in said[0]["stages"]),
        ]
    )


def _row(name: str, measured: Measured, engine: Measured) -> str:
    share = measured.seconds / engine.seconds
    return f"| {name} | {measured.seconds:.2f} | {share:.2f} | {measured.megabytes:.0f} MB |"


def _seen(name: str, seconds: float, engine: Measured) -> str:
    return f"| {name} | {seconds:.2f} | {seconds / engine.seconds:.2f} | |"


def _closing(took: dict[str, Measured], checks: list[Measured]) -> str:
    editions = took[ALL_EDITIONS].seconds / took[ONE_EDITION].seconds
    said = [json.loads(each.printed) for each in checks]
    least = statistics.median([each["check"] / each["least"] for each in said])
    return (
        f"All three editions took {editions:.1f} times the time of one. The stages of `check` took {least:.1f} times as long as "
        "`yaml.compose()` and pydantic alone on the same files."
    )


def _stage(name: str, runs: list[dict[str, float]]) -> str:
    seconds = min(each["seconds"] for each in runs)
    peak = statistics.median(each["megabytes"] for each in runs)
    return f"| {name} | {seconds:.3f} | {peak:.0f} MB |"


if __name__ == "__main__":
    main()
