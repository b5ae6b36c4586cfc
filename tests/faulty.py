"""Golden cases of faulty projects: what is wrong with each, word for word.

A case is a file: a sentence about it, edits to the small project (`tests/edits.py`), and under `report` what is said.
Its name begins with the codes it is about. It lies with the package that says it.
"""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from firstwin.diagnostics import Code
from firstwin.diagnostics.report import render_text
from firstwin.loading import check
from tests.edits import project
from tests.golden import compare, sections

TODAY = date(2026, 11, 22)


def cases(folder: Path) -> list[Path]:
    """The cases in a folder."""
    found = sorted(folder.glob("*.txt"))
    assert found
    return found


def report(config: Path) -> str:
    """What is said of a project."""
    checked = check(config, today=TODAY)
    return render_text(checked.diagnostics, checked.lines)


def hold(case: Path, folder: Path, *, update: bool) -> None:
    """Lay the project of a case into a folder, and hold what is said of it against what the case expects."""
    found = report(project(folder, sections(case)))

    compare(case, {"report": found}, update=update)
    for code in re.findall(r"FW\d{3}", case.stem):
        assert f"[{code}]" in found


def without_case(codes: Iterable[Code], folder: Path) -> set[str]:
    """The codes that no case in a folder is told."""
    reports = "".join(sections(case)["report"] for case in cases(folder))
    return {code.id for code in codes} - set(re.findall(r"\[(FW\d{3})\]:", reports))
