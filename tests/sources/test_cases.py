"""Golden cases: lines that YAML rejects or bends, what is said of them, and what is read all the same.

A case has the sections `yaml`, `report` and `data`; its name begins with the code it is about.
"""

import json
import re
from pathlib import Path

import pytest
from tests.golden import compare, sections
from tests.sources.reading import NAME, read_project

from firstwin.diagnostics.report import render_text
from firstwin.sources.codes import SOURCE_CODES

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_faulty_file_is_explained_and_read_on(
    case: Path, tmp_path: Path, *, update_goldens: bool
) -> None:
    yaml = sections(case)["yaml"]

    sources, found = read_project(tmp_path, {NAME: yaml + "\n"})

    document = sources.documents.get(NAME)
    made = {
        "report": render_text(found, sources.lines),
        "data": json.dumps(document.data, indent=1, ensure_ascii=False) if document else "nothing",
    }
    compare(case, made, update=update_goldens)
    for code in re.findall(r"FW\d{3}", case.stem):
        assert f"[{code}]" in made["report"]


def test_every_code_of_yaml_has_a_case() -> None:
    told = {
        code for case in CASES for code in re.findall(r"\[(FW\d{3})\]", sections(case)["report"])
    }

    lines = {code.id for code in SOURCE_CODES if "FW014" <= code.id < "FW050"}
    assert lines <= told | {"FW039"}  # test_limits.py is about what is too large for a case
