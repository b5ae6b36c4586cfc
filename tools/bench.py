"""Measure firstwin beside MkDocs, in one run: `make bench`.

In: nothing; the projects are made by `corpus`. Out: the tables of docs/performance.md. Every process
is measured whole (start to end, and its peak memory), each stage inside one of them. The engine builds
the very tree that firstwin wrote. Python's modules are compiled before, as installing a package leaves them, and so
are the templates, as the first build of an installation leaves them. Only the ratios mean something: machines
differ, and are noisy.
"""

import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

import yaml

import building
import corpus
import on_screen

T = TypeVar("T")
SIZES = (100, 1000)
RUNS = 5
ENGINE = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
REPOSITORY = Path(__file__).resolve().parents[1]
REPORT = REPOSITORY / "docs" / "performance.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


@dataclass(frozen=True)
class Measured:
    """Seconds and peak memory of a whole process, and what it printed."""

    seconds: float
    megabytes: float
    printed: str = ""


def main() -> None:
    """Measure, or, as a child of itself, run what is measured."""
    if len(sys.argv) > 1:
        children = {"--stages": stages, "--check": check}
        from firstwin.collector import collector_paused, spare_what_is_left  # noqa: PLC0415

        with collector_paused():  # as the commands do, and end as they do
            print(json.dumps(children[sys.argv[1]](Path(sys.argv[2]))))
        spare_what_is_left()
        return
    with tempfile.TemporaryDirectory() as temporary:
        keep_what_is_compiled(Path(temporary))
        rows = [measure(Path(temporary) / str(size), size) for size in SIZES]
        rows.append(measure_reference(Path(temporary) / "reference"))
    text = "\n\n".join(rows)
    before, rest = REPORT.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    REPORT.write_text(f"{before}{BEGIN}\n\n{machine()}\n\n{text}\n\n{END}{after}", encoding="utf-8")
    print(text)


def keep_what_is_compiled(folder: Path) -> None:
    """Let every process from here on find compiled what one before it has compiled."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "modules")
    os.environ["XDG_CACHE_HOME"] = str(folder / "templates")


def machine() -> str:
    """What ran it, as far as it matters for reading ratios."""
    cores = os.cpu_count()
    return f"Python {platform.python_version()}, {platform.machine()}, {cores} cores."


def measure(project: Path, size: int) -> str:
    """The tables of one size of corpus."""
    steps = corpus.write_project(project, size)
    return report(project, f"{size} pages, {steps} steps", "tier-1")


def measure_reference(project: Path) -> str:
    """The tables of the reference playbooks."""
    project.mkdir()
    for folder in ("files", "pages", "playbooks"):
        shutil.copytree(REPOSITORY / folder, project / folder)
    shutil.copy(REPOSITORY / "site_config.yml", project)
    return report(project, "The reference playbooks", "enterprise")


def report(project: Path, title: str, tier: str) -> str:
    """Measure one project and write down what was seen. The plan of a `tier` is edited under `serve`."""
    me = [sys.executable, __file__]
    checks, built, rebuilt, engines = [], [], [], []
    run([*me, "--stages", str(project)])  # compiles what is not compiled yet
    for number in range(RUNS):
        checks.append(json.loads(run([*me, "--check", str(project)]).printed))
        (project / "build").rename(
            project / f"build-{number}"
        )  # to delete it would slow down what follows
        built.append(run([*me, "--stages", str(project)]))
        rebuilt.append(run([*me, "--stages", str(project)]))
        if number % 2 == 0:  # in between, so that all meet the same machine, busy or not
            engines.append(run(ENGINE, project / "build/customer"))
    screen = on_screen.measure(project, f"playbooks/{tier}/playbook.yml", f"{tier}/")
    builds = building.measure(
        project, f"playbooks/{tier}/playbook.yml", ENGINE, lambda *each: run(*each).seconds
    )
    again = json.loads(rebuilt[-1].printed)
    engine = _fastest(engines)
    lines = [
        f"### {title}",
        "",
        "| whole process | seconds | of MkDocs | peak memory |",
        "|---|---:|---:|---:|",
        _row("everything before MkDocs", _fastest(built), engine),
        _row("of that, the stages, without starting Python", _stages(built), engine),
        _row("the same once more, with nothing changed", _fastest(rebuilt), engine),
        _row("of that, the stages, without starting Python", _stages(rebuilt), engine),
        _row("`mkdocs build` on what was written", engine, engine),
        "",
        builds,
        "",
        "| `firstwin serve`, seen in a browser | seconds | of MkDocs |",
        "|---|---:|---:|",
        _seen("the first page, from starting it", screen.first, engine),
        _seen("an edit, from saving it", screen.edit, engine),
        "",
        "| stage | seconds | peak memory so far |",
        "|---|---:|---:|",
        *(_stage(name, built) for name in again["stages"]),
        "",
        _closing(_ratio(checks), again),
    ]
    return "\n".join(lines)


def _closing(ratio: float, again: dict[str, object]) -> str:
    return (
        f"`check` takes {ratio:.1f} times as long as `yaml.compose()` and pydantic alone on the same "
        f"files. A second build with nothing changed wrote {again['written']} of {again['pages']} "
        "Markdown files anew."
    )


def run(command: list[str], folder: Path | None = None) -> Measured:
    """Run a command to its end and measure it whole."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode()
    seconds = time.perf_counter() - begin
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Measured(seconds, usage.ru_maxrss / 1024, printed)


def stages(project: Path) -> dict[str, object]:
    """Run every stage before the engine, once, and say what each took."""
    # Imported here: a child measures its own start, and the parent need not have it.
    from firstwin import clock  # noqa: PLC0415
    from firstwin.models.values import Audience  # noqa: PLC0415
    from firstwin.output import emit  # noqa: PLC0415
    from firstwin.pages import lay_out  # noqa: PLC0415
    from firstwin.render import render  # noqa: PLC0415
    from firstwin.resolve import resolve  # noqa: PLC0415
    from firstwin.rules import lint  # noqa: PLC0415
    from firstwin.select import select  # noqa: PLC0415
    from firstwin.sources import read  # noqa: PLC0415
    from firstwin.validate import validate  # noqa: PLC0415
    from firstwin.words import words_in  # noqa: PLC0415

    took: dict[str, dict[str, float]] = {}

    def timed(name: str, stage: Callable[[], T]) -> T:
        begin = time.perf_counter()
        made = stage()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        took[name] = asdict(Measured(time.perf_counter() - begin, peak))
        return made

    sources, unreadable = timed("read", lambda: read(project / "site_config.yml"))
    catalog, wrong = timed("validate", lambda: validate(sources))
    if catalog is None or unreadable or wrong:
        raise SystemExit("the corpus has faults")
    timed("lint", lambda: lint(catalog, clock.today()))
    edition = timed("select", lambda: select(catalog, Audience.CUSTOMER))
    guides = timed("resolve", lambda: resolve(edition))
    pages = timed("lay out", lambda: lay_out(guides, words_in("en")))
    markdown, _ = timed("render", lambda: render(pages, project))
    tree = timed(
        "emit",
        lambda: emit(
            guides.config, pages.outline, markdown, project, project / "build" / "customer"
        ),
    )
    written = [path for path in tree.changes.written if path.endswith(".md")]
    return {"stages": took, "written": len(written), "pages": len(markdown)}


def check(project: Path) -> dict[str, float]:
    """Time `check` against the least there is to do: compose every file, run the models on it."""
    from firstwin import clock  # noqa: PLC0415
    from firstwin.models.playbook import PersonaFile, Playbook  # noqa: PLC0415
    from firstwin.rules import lint  # noqa: PLC0415
    from firstwin.sources import read  # noqa: PLC0415
    from firstwin.validate import validate  # noqa: PLC0415

    begin = time.perf_counter()
    sources, _ = read(project / "site_config.yml")
    catalog, _ = validate(sources)
    if catalog is None:
        raise SystemExit("the corpus has faults")
    lint(catalog, clock.today())
    checked = time.perf_counter() - begin

    for model in (Playbook, PersonaFile):
        model.model_rebuild()  # `check` did this too, but the least is to read what is written
    begin = time.perf_counter()
    for path in project.glob("playbooks/**/*.yml"):
        yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for name, document in sources.documents.items():
        if "/library/" not in name and name.count("/") == 2:
            model = Playbook if name.endswith("playbook.yml") else PersonaFile
            model.model_validate(document.data)
    return {"check": checked, "least": time.perf_counter() - begin}


def _fastest(runs: list[Measured]) -> Measured:
    """The run that was disturbed least: whatever else a machine does only ever adds to a time."""
    return Measured(
        min(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
    )


def _stages(runs: list[Measured]) -> Measured:
    """The stages from read to emit, without what starting Python and importing them takes."""
    each = [sum(stage["seconds"] for stage in _took(run).values()) for run in runs]
    return Measured(min(each), _fastest(runs).megabytes)


def _took(run: Measured) -> dict[str, dict[str, float]]:
    stages: dict[str, dict[str, float]] = json.loads(run.printed)["stages"]
    return stages


def _ratio(checks: list[dict[str, float]]) -> float:
    return statistics.median(each["check"] / each["least"] for each in checks)


def _row(name: str, measured: Measured, engine: Measured) -> str:
    share = 100 * measured.seconds / engine.seconds
    return f"| {name} | {measured.seconds:.2f} | {share:.1f} % | {measured.megabytes:.0f} MB |"


def _seen(name: str, seconds: float, engine: Measured) -> str:
    return f"| {name} | {seconds:.2f} | {100 * seconds / engine.seconds:.1f} % |"


def _stage(name: str, runs: list[Measured]) -> str:
    each = [_took(run)[name] for run in runs]
    seconds = min(stage["seconds"] for stage in each)
    peak = statistics.median(stage["megabytes"] for stage in each)
    return f"| {name} | {seconds:.3f} | {peak:.0f} MB |"


if __name__ == "__main__":
    main()
