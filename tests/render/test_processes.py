"""A large site is rendered in several processes, and is the same."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.files import lay

PROGRAM = """
import hashlib, os, sys
from dataclasses import replace
from pathlib import Path

os.sched_getaffinity = lambda _: range(int(sys.argv[1]))
forks = []
os.register_at_fork(before=lambda: forks.append(1))

from firstwin.models.values import Audience
from firstwin.pages.urls import Place
from firstwin.render import render
from tests.pages.small import pages_of

few = pages_of(Audience.CUSTOMER)
many = tuple(
    replace(page, place=Place(f"{number}/{page.path}"))
    for number in range(900 // len(few.pages) + 1)
    for page in few.pages
)
files, faults = render(replace(few, pages=many), Path(sys.argv[2]))
print(len(forks), hashlib.sha256(repr(files).encode()).hexdigest(), *faults)
"""


def rendered(project: Path, processors: int) -> tuple[str, str]:
    """How many forks there were, and what was rendered."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM, str(processors), str(project)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    forks, _, rest = run.stdout.partition(" ")
    return forks, rest


@pytest.mark.parametrize("template", [None, "{{ view.titel }}"], ids=["sound", "broken"])
def test_several_processes_render_what_one_does(tmp_path: Path, template: str | None) -> None:
    lay(tmp_path, {"templates/phase.md.j2": template} if template else {"site_config.yml": ""})

    alone, together = rendered(tmp_path, 1), rendered(tmp_path, 3)

    assert (alone[0], together[0]) == ("0", "2")
    assert alone[1] == together[1]
    assert together[1].count("FW801") == bool(template)
