"""Run firstwin's stages once, in a process of its own, and say what each took: a part of `make bench`.

In: a project. Out, as JSON on standard output: seconds and peak memory of each stage, or (`--check`) what `check` takes beside
the least there is to do.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import yaml

from firstwin.models.playbook import PersonaFile, Playbook
from firstwin.models.values import Audience
from firstwin.output import emit
from firstwin.pages import lay_out
from firstwin.render import render
from firstwin.resolve import resolve
from firstwin.rules import lint
from firstwin.select import select
from firstwin.sources import read
from firstwin.system import clock
from firstwin.system.collector import collector_paused, spare_what_is_left
from firstwin.validate import validate
from firstwin.words import words_in

T = TypeVar("T")


def main() -> None:
    """`stages.py PROJECT`, or `stages.py --check PROJECT`."""
    measure = check if sys.argv[1] == "--check" else stages
    with collector_paused():  # as the commands do, and end as they do
        print(json.dumps(measure(Path(sys.argv[-1]))))
    spare_what_is_left()


def stages(project: Path) -> dict[str, object]:
    """Run every stage before the engine: what each took, how many pages there are, how many were written anew."""
    took: dict[str, dict[str, float]] = {}

    def timed(name: str, stage: Callable[[], T]) -> T:
        begin = time.perf_counter()
        made = stage()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        took[name] = {"seconds": time.perf_counter() - begin, "megabytes": peak}
        return made

    sources, unreadable = timed("read", lambda: read(project / "site_config.yml"))
    catalog, wrong = timed("validate", lambda: validate(sources))
    if catalog is None or unreadable or wrong:
        raise SystemExit("the project has faults")
    timed("lint", lambda: lint(catalog, clock.today()))
    edition = timed("select", lambda: select(catalog, Audience.CUSTOMER))
    guides = timed("resolve", lambda: resolve(edition))
    pages = timed("lay out", lambda: lay_out(guides, words_in("en")))
    markdown, _ = timed("render", lambda: render(pages, project))
    folder = project / "build" / "customer"
    docs = {path: text.encode() for path, text in markdown.items()}
    tree = timed("emit", lambda: emit(guides.config, pages.outline, docs, project, folder))
    written = [path for path in tree.changes.written if path.endswith(".md")]
    return {"stages": took, "written": len(written), "pages": len(markdown)}


def check(project: Path) -> dict[str, object]:
    """Time `check` against the least there is to do: compose every file, run the models on it."""
    begin = time.perf_counter()
    sources, _ = read(project / "site_config.yml")
    catalog, _ = validate(sources)
    if catalog is None:
        raise SystemExit("the project has faults")
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


if __name__ == "__main__":
    main()
