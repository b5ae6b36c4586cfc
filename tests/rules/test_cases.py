"""Golden cases: what is wrong with a project, word for word.

A case is a file: a sentence about it, edits to the small project, and under `report` what is said. Its
name begins with the codes it is about.
"""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.golden import compare, sections
from tests.rules.edits import SMALL, project

from firstwin.api import check
from firstwin.diagnostics.report import render_text
from firstwin.rules import CODES, RULES
from firstwin.sources.codes import SOURCE_CODES
from firstwin.validate.reference_codes import REFERENCE_CODES
from firstwin.validate.shape_codes import SHAPE_CODES

TODAY = date(2026, 11, 22)
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def report(config: Path) -> str:
    found = check(config, today=TODAY)
    return render_text(found.diagnostics, found.lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_faulty_project_is_told_what_is_wrong(
    case: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    said = report(project(tmp_path, sections(case)))

    compare(case, {"report": said}, update=update_goldens)
    for code in re.findall(r"FW\d{3}", case.stem):
        assert f"[{code}]" in said


def test_the_small_project_is_clean() -> None:
    assert report(SMALL / "site_config.yml") == "no problems"


def test_no_code_means_two_things() -> None:
    known = [*SOURCE_CODES, *SHAPE_CODES, *REFERENCE_CODES, *(rule.code for rule in RULES)]

    assert sorted(code.id for code in known) == sorted(CODES)
    assert [rule.code.id for rule in RULES] == sorted(rule.code.id for rule in RULES)


def test_every_code_has_a_case() -> None:
    told = set()
    for case in CASES:
        told.update(re.findall(r"\[(FW\d{3})\]:", sections(case)["report"]))
    ours = {code for code in CODES if code >= "FW1"}
    assert ours - told == set()
